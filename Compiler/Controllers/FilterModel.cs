using Stryke.Web.Compiler.Text;

namespace Stryke.Web.Compiler.Controllers;

/// <summary>One filter: a method that runs before or after the actions that it is for.</summary>
/// <param name="Method">The method to call: the filter itself, or the opening that its class gives to the classes below.</param>
/// <param name="IsBefore">Whether it runs before the action and may answer in its place.</param>
/// <param name="Returns">What it returns.</param>
/// <param name="ReturnType">The return type in full, for its opening.</param>
/// <param name="Only">The actions that it is for; empty for all.</param>
/// <param name="Except">The actions that it is not for.</param>
internal sealed record FilterModel(
    string Method,
    bool IsBefore,
    ResultShape Returns,
    string ReturnType,
    EquatableArray<string> Only,
    EquatableArray<string> Except
)
{
    /// <summary>The filter's own name.</summary>
    public string Name { get; init; } = Method;

    public bool IsAsync => Returns is ResultShape.Awaited or ResultShape.Task or ResultShape.ValueTask;

    public bool Answers => Returns is ResultShape.Value or ResultShape.Task or ResultShape.ValueTask;

    public bool IsFor(string action) => (Only.Count == 0 || Only.Contains(action)) && !Except.Contains(action);

    /// <summary>The name under which a private filter is opened to the classes below.</summary>
    public static string OpeningOf(string method) => "Filter" + method;
}
