namespace Stryke.Web.Specs.Compiler.Mistakes;

/// <summary>Single mistakes, as people make them.</summary>
internal static class MistakeList
{
    public static IReadOnlyList<Mistake> All { get; } =
    [.. ModifierMistakes.All, .. ModelMistakes.All, .. ControllerMistakes.All, .. AppMistakes.All, .. ObserverMistakes.All];
}
