using System.Reflection;
using Stryke.Web.Actors;
using Xunit;

namespace Stryke.Web.Specs.Actors.Net;

public sealed class PortableReactorSpec() : ReactorConformance(Backend.Portable)
{
    /// <summary>It is for systems that are not Linux, and may call nothing that they do not have.</summary>
    [Fact]
    public async Task All_of_this_holds_where_no_call_of_Linux_can_be_made()
    {
        var place = new WithoutLibc();
        var there = place.Find(typeof(PortableReactorSpec));
        // Theories here are about sockets of others, which are made by calls of Linux.
        var facts = there
            .GetMethods()
            .Where(method =>
                method.IsDefined(typeof(FactAttribute))
                && !method.IsDefined(typeof(TheoryAttribute))
                && method.Name != nameof(All_of_this_holds_where_no_call_of_Linux_can_be_made)
            )
            .ToList();
        Assert.NotEmpty(facts);
        foreach (var fact in facts)
            await (Task)fact.Invoke(Activator.CreateInstance(there), null)!;

        // And a call would be noticed.
        var epoll = place.Find(typeof(EpollReactorSpec));
        await Assert.ThrowsAsync<DllNotFoundException>(() =>
            (Task)epoll.GetMethod(nameof(Bytes_come_and_go))!.Invoke(Activator.CreateInstance(epoll), null)!
        );
    }
}
