package dev.keylint.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.lower.Shown;
import dev.keylint.template.Expr;
import dev.keylint.template.Template;
import dev.keylint.template.Variable;
import dev.keylint.text.Location;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is read off variables and literals.
final class DefinitionsTest {
  private static final Location AT = new Location.WholeFile("main.bicep");

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "word              | 'w'",
        "p                 | p.p",
        "list[0]           | 'w'",
        "list[1]           | 2",
        "list[one]         | 2",
        "list[2]           | [v.word, 2][2]",
        "list[^1]          | [v.word, 2][^1]",
        "list['0']         | [v.word, 2]['0']",
        "longer[0]         | [...p.p, 2][0]",
        "longer[1]         | [...p.p, 2][1]",
        "object.a          | 1",
        "object.A          | 1",
        "object['a']       | 1",
        "object[name]      | 1",
        "object.b          | 'w'",
        "object.c          | {'a': 1, 'b': v.word}['c']",
        "object[0]         | {'a': 1, 'b': v.word}[0]",
        "deep.x.y          | 'w'",
        "before.a          | 1",
        "behind.a          | {'a': 1, ...p.o}['a']",
        "named.a           | {'a': 1, text(p.p, 'x'): 2}['a']",
        "p.x               | p.p['x']",
        "list              | [v.word, 2]",
      })
  void anExpressionStandsFor(String expr, String shown) {
    Template template =
        new Project(folder)
            .with(
                "main.bicep",
                """
                param p array
                param o object
                var word = 'w'
                var one = 1
                var name = 'a'
                var list = [word, 2]
                var longer = [...p, 2]
                var object = { a: 1, b: word }
                var deep = { x: { y: word } }
                var before = { ...o, a: 1 }
                var behind = { a: 1, ...o }
                var named = { a: 1, '${p}x': 2 }
                var it = EXPR
                """
                    .replace("EXPR", expr))
            .template("main.bicep");
    Variable variable = template.variables().getLast();
    assertThat(Shown.of(Definitions.resolve(variable.value(), template.variables())))
        .isEqualTo(shown);
  }

  private static Expr member(Expr base, String key) {
    return new Expr.Access(base, new Expr.StringLiteral(key, AT), false, false, AT);
  }

  private static Expr name(String name) {
    return new Expr.VariableRef(name, AT);
  }

  /// So many variables in a row, of which the first stands for something.
  private static List<Variable> chain(int length, Expr first) {
    List<Variable> all = new ArrayList<>(List.of(new Variable("v1", first, AT)));
    for (int i = 2; i <= length; i++) {
      all.add(new Variable("V" + i, name("v" + (i - 1)), AT));
    }
    return all;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {"19; 1; 1", "20; 1; {'a': 1}['a']", "21; v.v1; v.v1"})
  void aChainIsFollowedSoFar(int length, String ofAName, String ofAMember) {
    Expr one = new Expr.IntLiteral(1, AT);
    Expr object =
        new Expr.ObjectExpr(
            List.of(new Expr.Member.Entry(new Expr.StringLiteral("a", AT), one, AT)), AT);
    assertThat(Shown.of(Definitions.resolve(name("v" + length), chain(length, one))))
        .isEqualTo(ofAName);
    assertThat(
            Shown.of(Definitions.resolve(name("v" + length), chain(length, member(object, "a")))))
        .isEqualTo(ofAMember);
  }

  @ParameterizedTest
  @CsvSource({"base", "key", "member", "itself"})
  void whatRefersToItselfHasAnEnd(String how) {
    Expr self = name("v1");
    Expr value =
        switch (how) {
          case "base" -> member(self, "a");
          case "key" -> new Expr.Access(new Expr.ParameterRef("p", AT), self, false, false, AT);
          case "member" ->
              new Expr.ObjectExpr(
                  List.of(
                      new Expr.Member.Entry(
                          new Expr.StringLiteral("a", AT), member(self, "a"), AT)),
                  AT);
          default -> self;
        };
    Expr resolved = Definitions.resolve(member(self, "a"), chain(1, value));
    assertThat(Shown.of(resolved)).endsWith("['a']");
  }

  @ParameterizedTest
  @CsvSource({"-1, '[1, 2][-1]'", "0, 1", "1, 2", "2, '[1, 2][2]'"})
  void anItemIsTakenByItsNumber(long index, String shown) {
    Expr list =
        new Expr.ArrayExpr(
            List.of(
                new Expr.Item.Element(new Expr.IntLiteral(1, AT)),
                new Expr.Item.Element(new Expr.IntLiteral(2, AT))),
            AT);
    Expr item = new Expr.Access(list, new Expr.IntLiteral(index, AT), false, false, AT);
    assertThat(Shown.of(Definitions.resolve(item, List.of()))).isEqualTo(shown);
  }
}
