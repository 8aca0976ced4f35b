using Stryke.Web.Compiler.Text;

namespace Stryke.Web.Compiler.Controllers;

/// <summary>One action: a public method that returns a result.</summary>
internal sealed record ActionModel(string Name, ResultShape Returns, EquatableArray<ParameterModel> Parameters, BodyModel Body);
