using Xunit;

namespace Stryke.Web.Specs.Controllers;

/// <summary>Everything that sets the app's time zone, which is the process's: nothing else may run beside it.</summary>
[CollectionDefinition(nameof(AppZoneSpec), DisableParallelization = true)]
public sealed class AppZoneCollection;
