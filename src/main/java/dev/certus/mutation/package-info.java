/**
 * Whether a pack's scenarios would notice a change of the pack: it is changed one small step at a
 * time. Start at {@link dev.certus.mutation.MutationRun}.
 */
package dev.certus.mutation;
