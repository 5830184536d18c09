package dev.keylint.check;

import java.util.List;

/// What rules may read of the access graph; `rules/README.md` lists the same.
public final class Shapes {
  private Shapes() {}

  /// All of them, for the rule compiler and the docs.
  public static List<Shape<?>> all() {
    return List.of(
        Access.SHAPE,
        OriginShape.SHAPE,
        LiveShape.SHAPE,
        GrantShape.SHAPE,
        RoleShape.SHAPE,
        PrincipalShape.SHAPE,
        ScopeShape.SHAPE,
        CallShape.SHAPE,
        SettingsShape.SHAPE,
        TargetShape.SHAPE,
        WorkloadShape.SHAPE,
        IdentityShape.SHAPE,
        KeyFlowShape.SHAPE,
        SinkShape.SHAPE,
        OutputShape.SHAPE,
        ModuleCallShape.SHAPE,
        ScriptShape.SHAPE);
  }
}
