/** Blocks of drawn figures put together: products stay apart in their factors, all else is worked out cell by cell. */
import type { NamedArray } from "../named-array.ts";
import { Cells } from "./cells.ts";
import { allDims, constantBlock, isConstant, rowDims, union } from "./drawn-block.ts";
import type { DrawnBlock, RowBlock } from "./drawn-block.ts";
import type { Journal } from "./journal.ts";
import { ONE } from "./row-graph.ts";
import type { RowGraph } from "./row-graph.ts";
import { sameDims } from "./shapes.ts";
import type { Shapes } from "./shapes.ts";

const ONE_ROW = Int32Array.of(ONE);

/** Works one cell out from the cells of up to three blocks (coefficients `c`, rows `r`), and leaves the answer in `cells`. */
export type CellWork = (cells: Cells, c: Float64Array, r: Int32Array) => void;

export class BlockWork {
  readonly shapes: Shapes;
  readonly graph: RowGraph;
  readonly cells: Cells;
  /** Told of sums while somebody asks how they are planned. */
  journal: Journal | null = null;
  readonly #c = new Float64Array(3);
  readonly #r = new Int32Array(3);
  #seen = new Int32Array(0);
  #place = new Int32Array(0);
  #mark = 0;

  constructor(shapes: Shapes, graph: RowGraph) {
    this.shapes = shapes;
    this.graph = graph;
    this.cells = new Cells(graph);
  }

  /**
   * Room to note where a row already has a term in the sum at hand: `seen` holds the sum's mark, `place` where. It is kept,
   * as clearing it would take longer than the sums do.
   */
  termsOfRows(): { readonly seen: Int32Array; readonly place: Int32Array } {
    if (this.#seen.length < this.graph.count) {
      this.#seen = new Int32Array(2 * this.graph.count);
      this.#place = new Int32Array(2 * this.graph.count);
      this.#mark = 0;
    }
    return { seen: this.#seen, place: this.#place };
  }

  /** A mark that no sum has had since the room was made. */
  nextMark(): number {
    this.#mark += 1;
    if (this.#mark === 0x7fff_ffff) {
      this.#seen.fill(0);
      this.#mark = 1;
    }
    return this.#mark;
  }

  /** The factors of a block as one; null where it has none. */
  rows(block: DrawnBlock): RowBlock | null {
    const [first, ...rest] = block.factors;
    if (first === undefined) return null;
    if (rest.length === 0) return first;
    return rest.reduce((product, factor) => this.#product(product, factor), first);
  }

  #product(a: RowBlock, b: RowBlock): RowBlock {
    const dims = union(a.dims, b.dims);
    const rows = new Int32Array(this.shapes.cells(dims));
    const atA = this.shapes.places(a.dims, dims);
    const atB = this.shapes.places(b.dims, dims);
    for (let i = 0; i < rows.length; i++) {
      const rowA = a.rows[atA[i] as number] as number;
      const rowB = b.rows[atB[i] as number] as number;
      rows[i] = rowA === ONE ? rowB : rowB === ONE ? rowA : this.cells.product(rowA, rowB);
    }
    return { dims, rows };
  }

  multiply(a: DrawnBlock, b: DrawnBlock): DrawnBlock {
    return { coefficient: this.#times(a.coefficient, b.coefficient), factors: [...a.factors, ...b.factors] };
  }

  /** A drawn figure by itself is 1 times a row: such numbers change nothing. */
  #times(a: NamedArray, b: NamedArray): NamedArray {
    if (isOne(b) && b.dims.every((dim) => a.dims.includes(dim))) return a;
    if (isOne(a) && a.dims.every((dim) => b.dims.includes(dim))) return b;
    return this.shapes.map(a, b, (x, y) => x * y);
  }

  /**
   * a / b. Rows are divided by rows: the quotient of two figures that are equal in a draw is then 1 to the last bit, as it
   * is without draws, which comparisons and whole steps rely on.
   */
  divide(a: DrawnBlock, b: DrawnBlock): DrawnBlock {
    const coefficient = this.shapes.map(a.coefficient, b.coefficient, (x, y) => x / y);
    const below = this.rows(b);
    if (below === null) return { coefficient, factors: a.factors };
    const above = this.rows(a);
    const dims = union(above?.dims ?? [], below.dims);
    const rows = new Int32Array(this.shapes.cells(dims));
    const fromAbove = above?.rows ?? ONE_ROW;
    const atAbove = this.shapes.places(above?.dims ?? [], dims);
    const atBelow = this.shapes.places(below.dims, dims);
    for (let i = 0; i < rows.length; i++) {
      const rowAbove = fromAbove[atAbove[i] as number] as number;
      const rowBelow = below.rows[atBelow[i] as number] as number;
      rows[i] = rowBelow === ONE ? rowAbove : this.cells.quotient(rowAbove, rowBelow);
    }
    return { coefficient, factors: [{ dims, rows }] };
  }

  scale(block: DrawnBlock, by: number): DrawnBlock {
    return { ...block, coefficient: { ...block.coefficient, values: block.coefficient.values.map((x) => x * by) } };
  }

  /** a + sign b. Factors that both share stay apart. */
  add(a: DrawnBlock, b: DrawnBlock, sign: 1 | -1): DrawnBlock {
    const shared = a.factors.filter((factor) => b.factors.includes(factor));
    // A factor that is there twice is shared once only where the other has it twice as well: left alone then.
    const plain = new Set(a.factors).size === a.factors.length && new Set(b.factors).size === b.factors.length;
    const common = plain ? shared : [];
    const restA = { ...a, factors: a.factors.filter((factor) => !common.includes(factor)) };
    const restB = { ...b, factors: b.factors.filter((factor) => !common.includes(factor)) };
    const sum =
      isConstant(restA) && isConstant(restB)
        ? constantBlock(this.shapes.map(a.coefficient, b.coefficient, (x, y) => x + sign * y))
        : this.combine([restA, restB], (cells, c, r) =>
            cells.add(c[0] as number, r[0] as number, sign * (c[1] as number), r[1] as number),
          );
    return { ...sum, factors: [...common, ...sum.factors] };
  }

  /** Cell by cell over the dimensions of all the blocks together. */
  combine(blocks: readonly DrawnBlock[], work: CellWork): DrawnBlock {
    const dims = union(...blocks.map(allDims));
    const count = this.shapes.cells(dims);
    const values = new Float64Array(count);
    const rows = new Int32Array(count);
    const parts = blocks.map((block) => {
      const row = this.rows(block);
      return {
        numbers: block.coefficient.values,
        atNumber: this.shapes.places(block.coefficient.dims, dims),
        rows: row === null ? null : row.rows,
        atRow: row === null ? null : this.shapes.places(row.dims, dims),
      };
    });
    const { cells } = this;
    let drawn = false;
    for (let i = 0; i < count; i++) {
      for (let j = 0; j < parts.length; j++) {
        const part = parts[j] as (typeof parts)[number];
        this.#c[j] = part.numbers[part.atNumber[i] as number] as number;
        this.#r[j] = part.rows === null ? ONE : (part.rows[(part.atRow as Int32Array)[i] as number] as number);
        // Nothing times a row is nothing.
        if (this.#c[j] === 0) this.#r[j] = ONE;
      }
      work(cells, this.#c, this.#r);
      values[i] = cells.coefficient;
      rows[i] = cells.row;
      if (cells.row !== ONE) drawn = true;
    }
    return { coefficient: { dims, values }, factors: drawn ? [{ dims, rows }] : [] };
  }

  /** `yes` where the test is not 0, else `no`: only the branch that a constant test chooses is looked at. */
  choose(test: DrawnBlock, yes: DrawnBlock, no: DrawnBlock): DrawnBlock {
    if (!isConstant(test)) {
      return this.combine([test, yes, no], (cells, c, r) =>
        cells.select(c[0] as number, r[0] as number, c[1] as number, r[1] as number, c[2] as number, r[2] as number),
      );
    }
    const answers = test.coefficient;
    if (answers.values.every((answer) => answer !== 0)) return this.#over(yes, answers);
    if (answers.values.every((answer) => answer === 0)) return this.#over(no, answers);
    const coefficient = this.#chosen(answers, yes.coefficient, no.coefficient);
    // Where the other branch is nothing, what it would be multiplied by does not matter.
    if (isConstant(no) && no.coefficient.values.every((x) => x === 0)) return { coefficient, factors: yes.factors };
    if (isConstant(yes) && yes.coefficient.values.every((x) => x === 0)) return { coefficient, factors: no.factors };
    const rows = this.#chosenRows(answers, yes, no);
    return { coefficient, factors: rows === null ? [] : [rows] };
  }

  /** The block, with the test's dimensions added to its own. */
  #over(block: DrawnBlock, test: NamedArray): DrawnBlock {
    if (test.dims.every((dim) => block.coefficient.dims.includes(dim))) return block;
    return { ...block, coefficient: this.shapes.map(block.coefficient, test, (x) => x) };
  }

  #chosen(test: NamedArray, yes: NamedArray, no: NamedArray): NamedArray {
    // Drawn figures by themselves are 1 times a row in either branch.
    if (isOne(yes) && isOne(no)) return { dims: [], values: Float64Array.of(1) };
    const dims = union(test.dims, yes.dims, no.dims);
    const values = new Float64Array(this.shapes.cells(dims));
    const [atTest, atYes, atNo] = [test, yes, no].map((block) => this.shapes.places(block.dims, dims)) as [
      Int32Array,
      Int32Array,
      Int32Array,
    ];
    for (let i = 0; i < values.length; i++) {
      const holds = test.values[atTest[i] as number] !== 0;
      values[i] = (holds ? yes.values[atYes[i] as number] : no.values[atNo[i] as number]) as number;
    }
    return { dims, values };
  }

  #chosenRows(test: NamedArray, yes: DrawnBlock, no: DrawnBlock): RowBlock | null {
    const [rowsYes, rowsNo] = [this.rows(yes), this.rows(no)];
    if (rowsYes === null && rowsNo === null) return null;
    const dims = union(test.dims, rowDims(yes), rowDims(no));
    const rows = new Int32Array(this.shapes.cells(dims));
    const atTest = this.shapes.places(test.dims, dims);
    const [fromYes, fromNo] = [rowsYes?.rows ?? ONE_ROW, rowsNo?.rows ?? ONE_ROW];
    const [atYes, atNo] = [rowsYes, rowsNo].map((from) => this.shapes.places(from?.dims ?? [], dims)) as [
      Int32Array,
      Int32Array,
    ];
    for (let i = 0; i < rows.length; i++) {
      const holds = test.values[atTest[i] as number] !== 0;
      rows[i] = holds ? (fromYes[atYes[i] as number] as number) : (fromNo[atNo[i] as number] as number);
    }
    return { dims, rows };
  }

  /** The part of a block at one member; the block itself where it does not have the dimension. */
  pick(block: DrawnBlock, dim: string, index: number): DrawnBlock {
    return {
      coefficient: this.#picked(block.coefficient, dim, index),
      factors: block.factors.map((factor) =>
        factor.dims.includes(dim)
          ? {
              dims: factor.dims.filter((one) => one !== dim),
              rows: this.shapes.pick(factor.dims, factor.rows, dim, index),
            }
          : factor,
      ),
    };
  }

  #picked(block: NamedArray, dim: string, index: number): NamedArray {
    if (!block.dims.includes(dim)) return block;
    return {
      dims: block.dims.filter((one) => one !== dim),
      values: this.shapes.pick(block.dims, block.values, dim, index),
    };
  }

  /** One block from its parts at the members of `dim`, in their order. */
  assemble(dim: string, parts: readonly DrawnBlock[]): DrawnBlock {
    const numberDims = union(...parts.map((part) => part.coefficient.dims));
    const values = new Float64Array(parts.length * this.shapes.cells(numberDims));
    const rowParts = parts.map((part) => this.rows(part));
    const dims = union(...rowParts.map((part) => part?.dims ?? []));
    const rows = new Int32Array(parts.length * this.shapes.cells(dims));
    parts.forEach((part, p) => {
      const at = this.shapes.places(part.coefficient.dims, numberDims);
      for (let i = 0; i < at.length; i++) {
        values[p * at.length + i] = part.coefficient.values[at[i] as number] as number;
      }
      const row = rowParts[p];
      if (row === null || row === undefined) return;
      const atRow = this.shapes.places(row.dims, dims);
      for (let i = 0; i < atRow.length; i++) rows[p * atRow.length + i] = row.rows[atRow[i] as number] as number;
    });
    const drawn = rows.some((row) => row !== ONE);
    return {
      coefficient: { dims: [dim, ...numberDims], values },
      factors: drawn ? [{ dims: [dim, ...dims], rows }] : [],
    };
  }

  /** The block with exactly these dimensions, one number and one row a cell. */
  spread(block: DrawnBlock, dims: readonly string[]): { values: Float64Array; rows: Int32Array | null } {
    const { coefficient } = block;
    const same = sameDims(coefficient.dims, dims);
    const values = same ? coefficient.values : new Float64Array(this.shapes.cells(dims));
    if (!same) {
      const at = this.shapes.places(coefficient.dims, dims);
      for (let i = 0; i < values.length; i++) values[i] = coefficient.values[at[i] as number] as number;
    }
    const factor = this.rows(block);
    if (factor === null) return { values, rows: null };
    const rows = new Int32Array(values.length);
    const at = this.shapes.places(factor.dims, dims);
    for (let i = 0; i < rows.length; i++) rows[i] = values[i] === 0 ? ONE : (factor.rows[at[i] as number] as number);
    return { values, rows };
  }
}

function isOne({ values }: NamedArray): boolean {
  for (let i = 0; i < values.length; i++) if (values[i] !== 1) return false;
  return true;
}
