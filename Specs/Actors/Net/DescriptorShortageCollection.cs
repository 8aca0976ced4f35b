using Xunit;

namespace Stryke.Web.Specs.Actors.Net;

/// <summary>Everything that takes the process's descriptors away for a moment: nothing else may run beside it.</summary>
[CollectionDefinition(nameof(DescriptorShortage), DisableParallelization = true)]
public sealed class DescriptorShortageCollection;
