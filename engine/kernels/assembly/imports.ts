/** What is asked of JavaScript, one number at a time, so that it is the same there and here. */

/** Math.log */
export declare function log(x: f64): f64;
/** Math.pow */
export declare function pow(x: f64, y: f64): f64;
/** `poissonQuantile` of models/uncertainty/chance/poisson.ts */
export declare function poissonQuantile(u: f64, mean: f64): f64;
/** `roundHalfAway` of models/language/cell-functions.ts */
export declare function roundHalfAway(x: f64, digits: f64): f64;
