package dev.keylint.compile;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.extensions.CelExtensions;
import dev.cel.parser.CelStandardMacro;
import dev.keylint.check.Shape;
import dev.keylint.check.Shapes;
import dev.keylint.rule.CelChecker;
import dev.keylint.rule.CelText;
import dev.keylint.rule.Expression;
import dev.keylint.rule.Formula;
import dev.keylint.rule.Match;
import dev.keylint.text.Diagnostic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Parses and type-checks the expressions of rules with cel-java.
public final class CelCompilation implements CelChecker {
  private static final CelOptions OPTIONS =
      CelOptions.current()
          .populateMacroCalls(true)
          .enableHeterogeneousNumericComparisons(true)
          .maxExpressionCodePointSize(20_000)
          .maxParseRecursionDepth(100)
          .build();

  private final CelCompiler base;

  /// Sets up cel-java, which takes a while: make one and keep it.
  public CelCompilation() {
    CelCompilerBuilder builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(OPTIONS)
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addLibraries(
                CelExtensions.optional(),
                CelExtensions.strings(),
                CelExtensions.bindings(),
                CelExtensions.comprehensions());
    for (Shape<?> shape : Shapes.all()) {
      shape.questions().forEach(question -> builder.addFunctionDeclarations(ask(shape, question)));
    }
    this.base = builder.build();
  }

  private static CelFunctionDecl ask(Shape<?> shape, Shape.Question<?> question) {
    List<CelType> types = new ArrayList<>();
    types.add(CelTypes.reference(shape.name()));
    question.arguments().forEach(argument -> types.add(CelTypes.celType(argument)));
    return CelFunctionDecl.newFunctionDeclaration(
        question.name(),
        CelOverloadDecl.newMemberOverload(
            shape.name() + "_" + question.name(), SimpleType.BOOL, types));
  }

  @Override
  public Names names(Match match, Collection<String> params) {
    CelType subject =
        switch (match) {
          case Match.Resource _ -> MapType.create(SimpleType.STRING, SimpleType.DYN);
          case Match.Each _ -> CelTypes.reference(match.variable());
        };
    return new RuleNames(match, subject, params);
  }

  /// The compiler for expressions over names of these types only; for tests of the language.
  CelCompiler compiler(Map<String, CelType> names, Map<String, CelType> variables) {
    return compiler(names, variables, Map.of());
  }

  private CelCompiler compiler(
      Map<String, CelType> names, Map<String, CelType> variables, Map<String, CelType> params) {
    CelCompilerBuilder builder =
        base.toCompilerBuilder().setTypeProvider(new CelTypes(variables, params));
    names.forEach(builder::addVar);
    return builder.build();
  }

  /// The names of one rule; its variables make the compiler anew.
  private final class RuleNames implements Names {
    private final Map<String, CelType> names = new HashMap<>();
    private final Map<String, CelType> variables = new HashMap<>();
    private final Map<String, CelType> params = new HashMap<>();
    private CelCompiler compiler;

    RuleNames(Match match, CelType type, Collection<String> given) {
      names.put(match.variable(), type);
      if (match instanceof Match.Resource) {
        names.put("access", CelTypes.reference("access"));
        names.put("origin", CelTypes.reference("origin"));
        names.put("live", CelTypes.reference("live"));
      }
      given.forEach(it -> params.put(it, SimpleType.DYN));
      names.put(CelTypes.PARAMS, CelTypes.reference(CelTypes.PARAMS));
      names.put(CelTypes.VARIABLES, CelTypes.reference(CelTypes.VARIABLES));
      this.compiler = compiler(names, variables, params);
    }

    @Override
    public Optional<Formula> check(CelText text, Wanted wanted, List<Diagnostic> diagnostics) {
      return compile(text, diagnostics)
          .flatMap(ast ->
              Expectations.met(ast, wanted, text, diagnostics)
                  ? formula(ast, text, diagnostics)
                  : Optional.empty())
          .filter(it -> Expectations.met(it, wanted, text, diagnostics));
    }

    @Override
    public Optional<Formula> declare(String name, CelText text, List<Diagnostic> diagnostics) {
      Optional<CelAbstractSyntaxTree> ast = compile(text, diagnostics);
      // After an error its uses shall not be errors too.
      variables.put(name, ast.map(CelAbstractSyntaxTree::getResultType).orElse(SimpleType.DYN));
      compiler = compiler(names, variables, params);
      return ast.flatMap(it -> formula(it, text, diagnostics));
    }

    private Optional<CelAbstractSyntaxTree> compile(CelText text, List<Diagnostic> diagnostics) {
      CelValidationResult result = compiler.compile(text.text());
      if (result.hasError()) {
        result.getErrors().stream()
            .filter(it -> !CelErrors.follows(it))
            .forEach(it -> diagnostics.add(CelErrors.diagnostic(it, text, fields())));
        return Optional.empty();
      }
      try {
        return Optional.of(result.getAst());
      } catch (CelValidationException e) {
        throw new IllegalStateException("errors after none: " + text.text(), e);
      }
    }

    private Set<String> fields() {
      Set<String> fields = new TreeSet<>(variables.keySet());
      fields.addAll(params.keySet());
      return fields;
    }

    private static Optional<Formula> formula(
        CelAbstractSyntaxTree ast, CelText text, List<Diagnostic> diagnostics) {
      List<Diagnostic> found = new ArrayList<>();
      Expression root = new SyntaxTree(ast, text, found).expression();
      diagnostics.addAll(found);
      return found.isEmpty() ? Optional.of(text.formula(root)) : Optional.empty();
    }
  }
}
