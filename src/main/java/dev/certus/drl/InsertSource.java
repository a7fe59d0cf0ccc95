package dev.certus.drl;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fact that a rule inserts, as its consequence says it.
 *
 * @param type the name of the fact's type
 * @param arguments the expressions for its fields, in their order
 */
public record InsertSource(String type, List<String> arguments) {

  private static final Pattern INSERT =
      Pattern.compile("\\binsert(?:Logical)?\\s*\\(\\s*new\\s+(\\w+)\\s*\\(");

  static List<InsertSource> of(Span consequence) {
    List<InsertSource> inserts = new ArrayList<>();
    String text = consequence.text();
    Matcher insert = INSERT.matcher(text);
    while (insert.find()) {
      String arguments = text.substring(insert.end(), Code.closing(text, insert.end()));
      inserts.add(new InsertSource(insert.group(1), Code.split(arguments, ",")));
    }
    return inserts;
  }
}
