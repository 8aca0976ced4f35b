using Stryke.Web.Compiler.Text;

namespace Stryke.Web.Compiler.Models;

/// <summary>Which table a model is.</summary>
internal sealed record TableName(string Model, string Table, SourceSpan Where);
