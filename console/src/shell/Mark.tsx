import icon from "./icon.svg";

/** Two boards, joined. */
export function Mark({ size }: { size: number }) {
  return <img src={icon} alt="" width={size} height={size} />;
}
