/** Text that is being typed in a field and has not been taken yet: such a field says so with `data-typing`. */

/** The field with half-typed text, or null. */
export function typedField(page: Document): HTMLElement | null {
  const { activeElement } = page;
  return activeElement instanceof HTMLElement && activeElement.dataset["typing"] === "true" ? activeElement : null;
}

/** Takes the half-typed text as leaving the field does, so that what is saved is what is seen. The focus stays. */
export function takeTyped(page: Document): void {
  const field = typedField(page);
  field?.blur();
  field?.focus();
}
