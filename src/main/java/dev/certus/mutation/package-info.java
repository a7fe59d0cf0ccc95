/**
 * Whether a pack's scenarios notice changes of the pack, made one small step at a time. Start at
 * {@link dev.certus.mutation.MutationRun}.
 */
package dev.certus.mutation;
