package dev.keylint.lower.azd;

import dev.keylint.lower.ReadArguments;
import dev.keylint.lower.SimilarKeys;
import dev.keylint.template.ByVariable;
import dev.keylint.template.Declaration.Argument;
import dev.keylint.template.Expr;
import dev.keylint.template.Parameter;
import dev.keylint.template.ParameterFile;
import dev.keylint.template.StoredText;
import dev.keylint.template.Template;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Diagnostic.Kind;
import dev.keylint.text.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/// Fits a JSON parameter file to a template: with variables put in, and texts turned into what the
/// template wants, as azd or Teams Toolkit do it.
///
/// Source: azd's Bicep provider (`loadParameters`, `ensureParameters`, `armParameterFileValue`).
public final class AzdParameterFile {
  private final Dialect dialect;
  private final boolean byAzd;
  private final Template template;
  private final AzdVariables variables;
  private final Map<String, Parameter> exact = new HashMap<>();
  private final Map<String, Parameter> parameters = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final List<Argument> fitted = new ArrayList<>();
  private final List<Diagnostic> diagnostics;
  private final UnsetVariables unset;
  private final Map<Location, List<ByVariable>> byVariables = new LinkedHashMap<>();

  private AzdParameterFile(
      Dialect dialect,
      boolean byAzd,
      ParameterFile file,
      Template template,
      AzdVariables variables) {
    this.dialect = dialect;
    this.byAzd = byAzd;
    this.template = template;
    this.variables = variables;
    this.diagnostics = new ArrayList<>(file.diagnostics());
    this.unset = new UnsetVariables(dialect);
    template
        .parameters()
        .forEach(declared -> {
          exact.put(declared.name(), declared);
          parameters.putIfAbsent(declared.name(), declared);
        });
  }

  /// The file for a template; what could not be read is given to all parameters that are left.
  ///
  /// @param byAzd whether azd reads it for certain, also where it reads no variable
  public static FittedFile fit(
      ParameterFile file, Template template, AzdVariables variables, boolean byAzd) {
    Dialect written = Dialect.of(file);
    Dialect dialect = byAzd ? Dialect.AZD : written;
    AzdParameterFile fitting = new AzdParameterFile(dialect, byAzd, file, template, variables);
    List<Argument> given = byAzd ? file.arguments() : fitting.distinct(file.arguments());
    new ReadArguments(given, file.unread()).of(template).forEach(fitting::argument);
    fitting.diagnostics.addAll(fitting.unset.notes());
    return new FittedFile(
        new ParameterFile(
            file.source(),
            file.template(),
            file.variables(),
            file.functions(),
            fitting.fitted,
            Optional.empty(),
            fitting.diagnostics),
        fitting.byVariables);
  }

  /// Those that Azure Resource Manager takes for values of one parameter are not known.
  private List<Argument> distinct(List<Argument> written) {
    Set<String> similar = SimilarKeys.in(written.stream().map(Argument::name).toList());
    Set<String> unsaid = new HashSet<>(similar);
    List<Argument> distinct = new ArrayList<>();
    for (Argument argument : written) {
      String name = argument.name().toLowerCase(Locale.ROOT);
      if (unsaid.remove(name)) {
        diagnostics.add(SimilarKeys.diagnostic(Kind.UNSUPPORTED, argument.name(), argument.at()));
      }
      Expr value =
          similar.contains(name)
              ? SimilarKeys.choice(argument.name(), argument.at())
              : argument.value();
      distinct.add(new Argument(argument.name(), value, argument.at()));
    }
    return distinct;
  }

  private void argument(Argument argument) {
    Optional<Parameter> declared = Optional.ofNullable(parameters.get(argument.name()));
    // Azure Resource Manager ignores case, and may be the one that reads the file.
    if (byAzd && !exact.containsKey(argument.name())) {
      declared.ifPresent(it -> otherCase(argument, it));
    } else if (declared.isEmpty()) {
      fitted.add(argument);
    } else {
      fit(argument, declared.orElseThrow());
    }
  }

  private void otherCase(Argument argument, Parameter declared) {
    String message =
        "azd matches names by case, so `"
            + argument.name()
            + "` is no value of the parameter `"
            + declared.name()
            + "`";
    diagnostics.add(
        Diagnostic.of(Kind.NOTE, message, argument.at()).help("write `" + declared.name() + "`"));
  }

  private void fit(Argument argument, Parameter declared) {
    Marked marks = new Marked();
    Location at = argument.value().at();
    Function<String, AzdVariable> lookup = name -> variables.find(name, template.scope(), at);
    Substitution substitution = new Substitution(lookup, marks, at);
    AzdResult result =
        switch (dialect) {
          case AZD -> new AzdReading(declared, substitution, marks).of(argument.value());
          case TEAMS ->
              new TeamsReading(declared, substitution, marks, lookup).of(argument.value());
          case PLAIN -> new AzdResult.Value(plain(argument, declared));
        };
    switch (result) {
      case AzdResult.Value(Expr value) -> {
        fitted.add(new Argument(argument.name(), value, argument.at()));
        read(argument, declared, substitution);
        parts(argument.value(), lookup);
      }
      case AzdResult.Json(Expr text, Expr otherwise) -> {
        Expr refused =
            StoredText.refused(
                refusal(argument, AzdResult.NO_JSON), refusedValue(argument), argument.at());
        Expr value = StoredText.parsed(text, declared.type(), otherwise, refused);
        fitted.add(new Argument(argument.name(), value, argument.at()));
        read(argument, declared, substitution);
      }
      case AzdResult.NotGiven(String why) -> notGiven(argument, declared, why, substitution);
      case AzdResult.Refused(String why, Optional<Expr> meant) -> {
        refused(argument, why, meant.isPresent());
        Expr value = meant.orElseGet(() -> refusedValue(argument));
        fitted.add(new Argument(argument.name(), value, argument.at()));
        if (meant.isPresent()) {
          read(argument, declared, substitution);
        }
      }
    }
  }

  /// The value as its author means it; a text for another type is said.
  private Expr plain(Argument argument, Parameter declared) {
    Expr value = AzdReading.plain(argument.value(), declared);
    if (!value.equals(argument.value())) {
      String message =
          "`"
              + declared.name()
              + "` is of type "
              + declared.type().name().toLowerCase(Locale.ROOT)
              + " and given as a text: azd reads that, and Azure Resource Manager refuses it";
      diagnostics.add(
          Diagnostic.of(Kind.NOTE, message, argument.at())
              .help("write the value without quotes; keylint reads what is meant"));
    }
    return value;
  }

  private void read(Argument argument, Parameter declared, Substitution substitution) {
    substitution.empty().forEach(name -> unset.empty(name, argument.name(), argument.at()));
    if (dialect == Dialect.TEAMS) {
      substitution.unset().forEach(name -> unset.open(name, argument.name(), argument.at()));
    }
    byVariables.put(argument.at(), byVariables(substitution, declared.isChoice()));
    if (!substitution.outputs().isEmpty()) {
      byVariables.put(
          declared.at(),
          substitution.outputs().stream()
              .<ByVariable>map(name -> new ByVariable.Output(name, argument.at()))
              .toList());
    }
  }

  private List<ByVariable> byVariables(Substitution substitution, boolean choice) {
    List<ByVariable> by = new ArrayList<>();
    substitution.defaulted().forEach(name -> by.add(new ByVariable.Default(name, name, choice)));
    substitution.empty().forEach(name -> by.add(new ByVariable.Empty(name)));
    substitution.used().stream()
        .filter(name -> !substitution.defaulted().contains(name))
        .forEach(name -> by.add(new ByVariable.Given(name, variables.option(name))));
    return by;
  }

  /// Each text in an object or array is what it is by the variables in that text.
  private void parts(Expr value, Function<String, AzdVariable> lookup) {
    switch (value) {
      case Expr.ObjectExpr(List<Expr.Member> members, _) ->
          members.forEach(it -> {
            if (it instanceof Expr.Member.Entry(_, Expr inner, _)) {
              part(inner, lookup);
            }
          });
      case Expr.ArrayExpr(List<Expr.Item> items, _) ->
          items.forEach(it -> {
            if (it instanceof Expr.Item.Element(Expr inner)) {
              part(inner, lookup);
            }
          });
      case Expr _ -> {}
    }
  }

  private void part(Expr value, Function<String, AzdVariable> lookup) {
    if (value instanceof Expr.StringLiteral(String text, Location at)) {
      Substitution own = new Substitution(lookup, new Marked(), at);
      if (own.of(text).isPresent()) {
        byVariables.put(at, byVariables(own, false));
      }
    } else {
      parts(value, lookup);
    }
  }

  private void notGiven(
      Argument argument, Parameter declared, String why, Substitution substitution) {
    if (!why.isEmpty()) {
      String message = why + ", so azd gives no value for `" + declared.name() + "`";
      diagnostics.add(Diagnostic.of(Kind.NOTE, message, argument.at()));
    }
    Set<String> names = substitution.unset();
    names.forEach(name -> unset.notGiven(name, declared.name(), argument.at()));
    List<ByVariable> by = new ArrayList<>();
    if (declared.defaultValue().isPresent()) {
      names.forEach(it -> by.add(new ByVariable.Default(it, declared.name(), declared.isChoice())));
    } else {
      names.forEach(it -> by.add(new ByVariable.Missing(it, argument.at())));
      // What the user gives them is nothing that the parameter could have.
      substitution.used().forEach(it -> by.add(new ByVariable.Missing(it, argument.at())));
    }
    byVariables.put(declared.at(), by);
  }

  private void refused(Argument argument, String why, boolean isMeant) {
    String message = refusal(argument, why);
    diagnostics.add(
        isMeant
            ? Diagnostic.of(Kind.NOTE, message + "; keylint reads what is meant", argument.at())
                .help("azd ends a default at its first `}`: set the variable instead")
            : Diagnostic.of(Kind.SEMANTIC, message, argument.at()));
  }

  private static String refusal(Argument argument, String why) {
    String shown =
        argument.value() instanceof Expr.StringLiteral(String text, _)
            ? "`" + text + "`"
            : "the value of `" + argument.name() + "`";
    return shown + " " + why + ", so azd deploys nothing with it";
  }

  private static Expr refusedValue(Argument argument) {
    return new Expr.Unsupported(
        "the value of `" + argument.name() + "`, which azd refuses", argument.value().at());
  }
}
