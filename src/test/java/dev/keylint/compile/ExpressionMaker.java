package dev.keylint.compile;

import java.util.List;
import java.util.Random;

/// Makes random boolean expressions over the data of `DifferentialTest`.
///
/// None asks a text for an optional member: that is an error here, since an estate with a text
/// where an object belongs is not understood, and nothing in cel-java.
final class ExpressionMaker {
  private static final List<String> TEXTS =
      List.of("'a'", "''", "'Chat'", "r.name", "r.kind", "r.sku.name", "r.list[0].name", "'ñ😀'");
  private static final List<String> NUMBERS =
      List.of("0", "1", "-3", "r.count", "r.sku.capacity", "size(r.list)", "2.5", "r.ratio");
  private static final List<String> FLAGS =
      List.of("true", "false", "r.on", "r.off", "r.list[1].ok", "r.missing", "r.count");
  private static final List<String> LISTS =
      List.of(
          "r.names", "r.list", "[1, 2, 3]", "[]", "r.empty", "r.sku", "r.missing", "[r.name, 'a']");
  private static final List<String> OPTIONALS =
      List.of("r.?sku.?name", "r.?none", "r.?sku.?none.?x", "r[?'name']", "r.names[?5]", "r.?name");

  private final Random random;

  ExpressionMaker(long seed) {
    this.random = new Random(seed);
  }

  private String one(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }

  String flag(int depth) {
    if (depth <= 0) {
      return one(FLAGS);
    }
    return switch (random.nextInt(17)) {
      case 0 -> "(" + flag(depth - 1) + " && " + flag(depth - 1) + ")";
      case 1 -> "(" + flag(depth - 1) + " || " + flag(depth - 1) + ")";
      case 2 -> "!" + flag(depth - 1);
      case 3 -> "(" + flag(depth - 1) + " ? " + flag(depth - 1) + " : " + flag(depth - 1) + ")";
      case 4 -> any(depth) + " == " + any(depth);
      case 5 -> any(depth) + " != " + any(depth);
      case 6 -> number(depth - 1) + one(List.of(" < ", " <= ", " > ", " >= ")) + number(depth - 1);
      case 7 -> text(depth - 1) + one(List.of(" < ", " >= ")) + text(depth - 1);
      case 8 ->
          text(depth - 1)
              + one(List.of(".startsWith(", ".endsWith(", ".contains("))
              + text(0)
              + ")";
      case 9 -> any(0) + " in " + one(LISTS);
      case 10 ->
          one(LISTS)
              + one(List.of(".all(x, ", ".exists(x, ", ".exists_one(x, "))
              + item(depth)
              + ")";
      case 11 -> one(OPTIONALS) + ".hasValue()";
      case 12 -> one(OPTIONALS) + ".orValue(" + text(0) + ") == " + text(0);
      case 13 ->
          "has(r." + one(List.of("name", "none", "sku", "sku.name", "sku.none", "none.x")) + ")";
      case 14 -> one(LISTS) + ".filter(x, " + item(depth) + ").size() == " + one(NUMBERS);
      case 15 ->
          one(LISTS) + ".map(x, " + one(List.of("x", "1", "[x]", "x == 1")) + ") == " + one(LISTS);
      default ->
          text(0)
              + ".matches('"
              + one(List.of("^C", "a|h", "[a-z]+$", "x*", "t$", "(?i)CH.t"))
              + "')";
    };
  }

  private String item(int depth) {
    return switch (random.nextInt(6)) {
      case 0 -> "x == " + any(0);
      case 1 -> "x.name == " + text(0);
      case 2 -> "x != " + any(0) + " && " + flag(depth - 1);
      case 3 -> "has(x.name)";
      case 4 -> "r.list.exists(x, x.?name.orValue('') == " + text(0) + ")";
      default -> flag(depth - 1) + " || x == " + any(0);
    };
  }

  private String any(int depth) {
    return switch (random.nextInt(4)) {
      case 0 -> number(depth - 1);
      case 1 -> text(depth - 1);
      case 2 -> one(LISTS);
      default -> one(FLAGS);
    };
  }

  private String number(int depth) {
    if (depth <= 0) {
      return one(NUMBERS);
    }
    return "("
        + number(depth - 1)
        + one(List.of(" + ", " - ", " * ", " / ", " % "))
        + number(0)
        + ")";
  }

  private String text(int depth) {
    if (depth <= 0) {
      return one(TEXTS);
    }
    return switch (random.nextInt(7)) {
      case 0 -> "(" + text(depth - 1) + " + " + text(0) + ")";
      case 1 -> text(depth - 1) + one(List.of(".lowerAscii()", ".upperAscii()", ".trim()"));
      case 2 -> "string(" + one(NUMBERS) + ")";
      case 3 -> text(0) + ".replace(" + text(0) + ", " + text(0) + ")";
      case 4 -> "r.names.join(" + text(0) + ")";
      case 5 -> text(0) + ".substring(" + random.nextInt(3) + ")";
      default -> text(0) + ".split(" + text(0) + ")[0]";
    };
  }
}
