package dev.certus.impact;

import dev.certus.rulebook.RuleBook;
import java.util.List;

/**
 * Edits that can only be made together.
 *
 * @param edits the edits
 * @param alone the old pack with these edits
 * @param without the new pack without them
 */
record EditGroup(List<PackEdit> edits, RuleBook alone, RuleBook without) {}
