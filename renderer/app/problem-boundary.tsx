/** What is shown when a screen itself fails: what happened, that nothing is lost, and a way on. Never an empty window. */
import { Component, type ReactNode } from "react";

interface ProblemBoundaryProps {
  /** A change of it (another screen, another result) is another attempt. */
  readonly attempt: string;
  readonly onHome: () => void;
  readonly children: ReactNode;
}

interface ProblemBoundaryState {
  readonly problem: string | null;
  readonly attempt: string;
}

export class ProblemBoundary extends Component<ProblemBoundaryProps, ProblemBoundaryState> {
  override readonly state: ProblemBoundaryState = { problem: null, attempt: this.props.attempt };

  static getDerivedStateFromError(problem: unknown): Partial<ProblemBoundaryState> {
    return { problem: problem instanceof Error ? problem.message : String(problem) };
  }

  static getDerivedStateFromProps(
    props: ProblemBoundaryProps,
    state: ProblemBoundaryState,
  ): Partial<ProblemBoundaryState> | null {
    return props.attempt === state.attempt ? null : { problem: null, attempt: props.attempt };
  }

  override render(): ReactNode {
    if (this.state.problem === null) return this.props.children;
    return (
      <main className="screen-problem" role="alert">
        <h1>This screen cannot be shown</h1>
        <p>{this.state.problem}</p>
        <p>
          Nothing that you entered is lost: save it with Ctrl S, or undo the last change with Ctrl Z, and the screen is
          drawn again.
        </p>
        <button type="button" className="btn primary" onClick={this.props.onHome}>
          Go to the first screen
        </button>
      </main>
    );
  }
}
