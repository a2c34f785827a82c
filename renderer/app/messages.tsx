/** Messages stay until they are dismissed: what happened, where, and what to do. */
import { useActions, useApp } from "../store/use-store.ts";
import { CrossIcon } from "../ui/icons.tsx";

export function Messages() {
  const messages = useApp((state) => state.messages);
  const actions = useActions();
  return (
    <section className="messages" aria-label="Messages">
      {messages.map(({ id, kind, title, text, remedy }) => (
        <div key={id} className={`message ${kind}`} role={kind === "problem" ? "alert" : "status"}>
          <p>
            <b>{title}.</b> {text} {remedy}
          </p>
          <button
            type="button"
            className="btn icon"
            aria-label={`Dismiss: ${title}`}
            onClick={() => actions.dismiss(id)}
          >
            <CrossIcon />
          </button>
        </div>
      ))}
    </section>
  );
}
