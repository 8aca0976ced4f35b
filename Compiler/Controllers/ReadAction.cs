namespace Stryke.Web.Compiler.Controllers;

/// <summary>An action by name; without a model when something in its signature is wrong.</summary>
internal sealed record ReadAction(string Name, ActionModel? Model);
