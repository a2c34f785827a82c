// The entry of the kernels. Besides what the machine calls, everything with a loop of its own is exported: the optimiser
// then keeps it a function, and its constants stay in registers.
export * from "./choices";
export * from "./columns";
export * from "./curves";
export * from "./functions";
export * from "./normal";
export * from "./philox";
export * from "./run";
export * from "./sums";
