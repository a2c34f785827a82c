/** Some draws of every series: draw `firstDraw` + i of series s is `values[s * stride + at + i]`, for i below `count`. */
export interface Chunk {
  readonly values: Float64Array;
  readonly stride: number;
  readonly at: number;
  readonly count: number;
  readonly firstDraw: number;
}
