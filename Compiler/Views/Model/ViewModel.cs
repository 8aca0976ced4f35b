using Stryke.Web.Compiler.Text;

namespace Stryke.Web.Compiler.Views.Model;

/// <summary>A template, read. Equal for equal text, so that an edit elsewhere leaves everything made of it as it was.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Parameters">What it is given.</param>
/// <param name="Usings">What it imports of its own.</param>
/// <param name="Nodes">Its body; empty when something is wrong with it.</param>
/// <param name="References">The views it calls.</param>
/// <param name="CertainCalls">Those of them that it calls whichever way its code goes.</param>
/// <param name="Diagnostics">What is wrong with it.</param>
internal sealed record ViewModel(
    ViewName Name,
    EquatableArray<ViewParameter> Parameters,
    EquatableArray<string> Usings,
    EquatableArray<ViewNode> Nodes,
    EquatableArray<ViewReference> References,
    EquatableArray<ViewReference> CertainCalls,
    EquatableArray<DiagnosticInfo> Diagnostics
);
