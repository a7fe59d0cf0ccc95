package dev.certus.plan;

/** A list of numbers that is filled and cleared again and again. */
final class Numbers {

  private final int[] numbers;
  private int size;

  /** A list with room for some numbers. */
  Numbers(int room) {
    this.numbers = new int[room];
  }

  void add(int number) {
    numbers[size++] = number;
  }

  int get(int index) {
    return numbers[index];
  }

  int size() {
    return size;
  }

  void clear() {
    size = 0;
  }
}
