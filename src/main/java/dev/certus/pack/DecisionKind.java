package dev.certus.pack;

/**
 * A decision code of a pack.
 *
 * @param code the code
 * @param meaning when it is given, in one sentence
 * @param joins whether several grounds for one subject and clause join in one decision; otherwise
 *     two different conclusions on one subject and clause contradict each other
 */
public record DecisionKind(String code, String meaning, boolean joins) {}
