import { createContext, useContext } from "react";

/** Who works with the console. */
export interface Session {
  /** What the administrator's calls carry; null when the engine asks for none. */
  secret: string | null;
  logOut(): void;
}

export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) {
    throw new Error("outside of a session");
  }
  return session;
}
