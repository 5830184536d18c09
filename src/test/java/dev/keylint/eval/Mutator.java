package dev.keylint.eval;

import dev.keylint.text.Span;
import java.util.List;
import java.util.Random;

/// Makes templates up from others: leaves parts out, doubles, renames and exchanges them, wraps
/// them in conditions and loops, and nests them deeper. The same seed makes the same template.
abstract class Mutator {

  /// What a part of a template is.
  enum Kind {
    /// A key with its value.
    MEMBER,
    /// The key alone.
    KEY,
    /// A value.
    VALUE,
    /// What the type, name, scope or parent of a resource is.
    PLACE,
    /// An item of a list.
    ITEM,
    /// A resource, module or deployment.
    ENTRY,
    /// The object that is a resource.
    BODY
  }

  /// A part of a template.
  record Part(Kind kind, Span span) {
    String of(String text) {
      return text.substring(span.start(), span.end());
    }
  }

  /// The parts of a template; none when it can't be read.
  abstract List<Part> parts(String text);

  abstract List<String> keys();

  abstract List<String> values();

  /// What may stand as type, name, scope or parent.
  abstract List<String> places();

  /// Members that change what becomes of a resource.
  abstract List<String> members();

  /// Ways to wrap a resource; `%s` is what it was.
  abstract List<String> wraps();

  /// The text without a part and what separates it from its neighbours.
  abstract String without(String text, Part part);

  /// The text with something more behind a part of the same kind.
  abstract String with(String text, Part part, String more);

  /// The text with a member more in an object.
  abstract String withMember(String text, Part body, String member);

  /// A template made of this one by some changes.
  String mutated(String text, Random random) {
    String made = text;
    int changes = 1 + random.nextInt(3);
    for (int i = 0; i < changes; i++) {
      List<Part> parts = parts(made);
      if (parts.isEmpty()) {
        return made;
      }
      made = changed(made, any(parts, random), random);
    }
    return made;
  }

  private String changed(String text, Part part, Random random) {
    return switch (part.kind()) {
      case MEMBER, ITEM ->
          random.nextBoolean()
              ? without(text, part)
              : with(text, part, spelled(part, part.of(text), random));
      case KEY -> replaced(text, part, any(keys(), random));
      case VALUE -> replaced(text, part, any(values(), random));
      case PLACE -> replaced(text, part, any(random.nextInt(4) > 0 ? places() : values(), random));
      case ENTRY -> replaced(text, part, any(wraps(), random).replace("%s", part.of(text)));
      case BODY -> withMember(text, part, any(members(), random));
    };
  }

  /// A copy, at times with another case.
  private static String spelled(Part part, String text, Random random) {
    return part.kind() == Kind.MEMBER && random.nextInt(3) == 0
        ? text.substring(0, 2).toUpperCase(java.util.Locale.ROOT) + text.substring(2)
        : text;
  }

  static String replaced(String text, Part part, String by) {
    return text.substring(0, part.span().start()) + by + text.substring(part.span().end());
  }

  static <T> T any(List<T> all, Random random) {
    return all.get(random.nextInt(all.size()));
  }
}
