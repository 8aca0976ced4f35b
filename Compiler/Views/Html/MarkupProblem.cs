using Microsoft.CodeAnalysis;

namespace Stryke.Web.Compiler.Views.Html;

/// <summary>What is wrong with a character of a template's static text.</summary>
/// <param name="Rule">The diagnostic.</param>
/// <param name="Text">What it says.</param>
internal readonly record struct MarkupProblem(DiagnosticDescriptor Rule, string Text);
