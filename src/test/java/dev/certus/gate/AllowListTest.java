package dev.certus.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Member;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The lists hold nothing that is not there, and the page for policy authors has all of them. */
class AllowListTest {

  private static final Path PAGE = Path.of("docs/policy/rules.md");
  private static final Set<String> KEYS = Set.of("super", "static");
  private static final Set<String> OF_ANY_TYPE = Set.of("equals", "compareTo");

  @Test
  void whatIsListedIsThere() throws ClassNotFoundException {
    for (AllowList list : List.of(AllowList.RULES, AllowList.GENERATED)) {
      for (String type : list.types()) {
        if (!KEYS.contains(type)) {
          assertThat(members(Class.forName(type))).as(type).containsAll(list.members(type));
        }
      }
    }
  }

  @Test
  void thePageNamesWhatRulesMayUse() throws IOException {
    Set<String> words =
        Pattern.compile("\\w+")
            .matcher(Files.readString(PAGE))
            .results()
            .map(word -> word.group())
            .collect(Collectors.toSet());
    for (String type : AllowList.RULES.types()) {
      if (!type.endsWith("Fact") && !type.equals("java.lang.Object")) {
        assertThat(words).as(type).contains(type.substring(type.lastIndexOf('.') + 1));
        assertThat(words).as(type).containsAll(named(type));
      }
    }
  }

  private static List<String> named(String type) {
    return AllowList.RULES.members(type).stream()
        .filter(member -> !OF_ANY_TYPE.contains(member) && !member.equals("<init>"))
        .map(member -> member.equals("isBeta") ? "beta" : member)
        .toList();
  }

  private static Set<String> members(Class<?> type) {
    Set<String> members = names(type.getMethods(), Object.class.getMethods());
    for (Class<?> one = type; one != null; one = one.getSuperclass()) {
      members.addAll(names(one.getDeclaredMethods(), one.getDeclaredFields()));
    }
    if (type.getDeclaredConstructors().length > 0) {
      members.add("<init>");
    }
    return members;
  }

  private static Set<String> names(Member[]... members) {
    return Stream.of(members)
        .flatMap(Stream::of)
        .map(Member::getName)
        .collect(Collectors.toCollection(HashSet::new));
  }
}
