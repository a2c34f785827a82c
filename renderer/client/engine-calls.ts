/** The engine's calls, typed by the contract. */
import { createORPCClient } from "@orpc/client";
import type { ContractRouterClient } from "@orpc/contract";
import type { Contract } from "../../engine/contract/index.ts";
import type { Connection } from "./connection.ts";

export type EngineCalls = ContractRouterClient<Contract>;

export function engineCalls(connection: Connection): EngineCalls {
  return createORPCClient<EngineCalls>(connection);
}
