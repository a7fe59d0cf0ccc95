package dev.certus.fact;

/** Makes objects of the classes of a record's facts; its code is made with them. */
public interface FactMaker {

  /**
   * An object.
   *
   * @param type the number of its class
   * @param frame what every fact has, or null for an object within a fact
   * @param values the values of the members of its class, in their order
   */
  Object make(int type, Frame frame, Object[] values);
}
