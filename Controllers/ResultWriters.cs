using Stryke.Web.Controllers.Json;
using Stryke.Web.Views;

namespace Stryke.Web.Controllers;

/// <summary>What a core writes the bodies of results with, one after the other.</summary>
internal sealed class ResultWriters(Func<Template> createTemplate)
{
    /// <summary>The core's template; made when the first page is rendered.</summary>
    public Template Template => field ??= createTemplate();

    /// <summary>The core's JSON writer.</summary>
    public JsonOutput Json { get; } = new();
}
