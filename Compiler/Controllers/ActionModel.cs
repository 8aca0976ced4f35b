using Stryke.Web.Compiler.Text;

namespace Stryke.Web.Compiler.Controllers;

/// <summary>One action: a public method that returns a result.</summary>
internal sealed record ActionModel(string Name, ResultShape Returns, EquatableArray<ParameterModel> Parameters, BodyModel Body)
{
    /// <summary>The media types that its body may have, with commas between them; null where it does not say.</summary>
    public string? Consumes { get; init; }
}
