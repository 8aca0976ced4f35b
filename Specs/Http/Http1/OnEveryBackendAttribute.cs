using System.Reflection;
using Stryke.Web.Actors;
using Stryke.Web.Specs.Http.Connections;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace Stryke.Web.Specs.Http.Http1;

/// <summary>One row of a theory, run on every backend: the method takes the <see cref="Backend"/> first, then these values.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class OnEveryBackendAttribute(params object?[] values) : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker)
    {
        var rows = new List<ITheoryDataRow>();
        foreach (var backend in TestServer.Backends)
        {
            rows.Add(new TheoryDataRow([backend.Data, .. values]));
        }

        return new(rows);
    }

    public override bool SupportsDiscoveryEnumeration() => true;
}
