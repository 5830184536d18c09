package dev.keylint.rule;

import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The operators and functions of CEL that rules may use, by the name that CEL's syntax tree gives
/// them.
public enum Function {
  AND("_&&_"),
  OR("_||_"),
  NOT("!_"),
  CHOOSE("_?_:_"),
  EQUAL("_==_"),
  NOT_EQUAL("_!=_"),
  LESS("_<_"),
  LESS_OR_EQUAL("_<=_"),
  GREATER("_>_"),
  GREATER_OR_EQUAL("_>=_"),
  ADD("_+_"),
  SUBTRACT("_-_"),
  MULTIPLY("_*_"),
  DIVIDE("_/_"),
  MODULO("_%_"),
  NEGATE("-_"),
  IN("@in"),
  INDEX("_[_]"),
  SIZE("size"),
  OPTIONAL_SELECT("_?._"),
  OPTIONAL_INDEX("_[?_]"),
  OPTIONAL_OF("optional.of"),
  OPTIONAL_OF_NON_ZERO("optional.ofNonZeroValue"),
  OPTIONAL_NONE("optional.none"),
  HAS_VALUE("hasValue"),
  VALUE("value"),
  OR_VALUE("orValue"),
  OR_OPTIONAL("or"),
  STARTS_WITH("startsWith"),
  ENDS_WITH("endsWith"),
  CONTAINS("contains"),
  MATCHES("matches"),
  LOWER_ASCII("lowerAscii"),
  UPPER_ASCII("upperAscii"),
  TRIM("trim"),
  SPLIT("split"),
  JOIN("join"),
  REPLACE("replace"),
  SUBSTRING("substring"),
  INDEX_OF("indexOf"),
  LAST_INDEX_OF("lastIndexOf"),
  CHAR_AT("charAt"),
  STRING("string"),
  INT("int"),
  DOUBLE("double"),
  BOOL("bool"),
  DYN("dyn");

  private static final Map<String, Function> BY_NAME =
      Stream.of(values()).collect(Collectors.toMap(Function::celName, UnaryOperator.identity()));

  private final String celName;

  Function(String celName) {
    this.celName = celName;
  }

  public String celName() {
    return celName;
  }

  /// The function of this name, unless rules may not use it.
  public static Optional<Function> named(String celName) {
    return Optional.ofNullable(BY_NAME.get(celName));
  }
}
