package dev.certus.drl;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A decision that a rule gives, as its consequence says it.
 *
 * @param code the expression for its code
 * @param subject the expression for its subject
 */
public record GiveSource(String code, String subject) {

  private static final Pattern CALL = Pattern.compile("\\bdecisions\\s*\\.\\s*give\\s*\\(");

  static List<GiveSource> of(Span consequence) {
    List<GiveSource> gives = new ArrayList<>();
    String text = consequence.text();
    Matcher call = CALL.matcher(text);
    while (call.find()) {
      String inside = text.substring(call.end(), Code.closing(text, call.end()));
      List<String> arguments = Code.split(inside, ",");
      if (arguments.size() == 2) {
        gives.add(new GiveSource(arguments.get(0), arguments.get(1)));
      }
    }
    return gives;
  }
}
