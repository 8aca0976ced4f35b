using FsCheck;
using FsCheck.Fluent;
using Stryke.Web.Security;
using Xunit;

namespace Stryke.Web.Specs.Security;

public sealed class FixedTimeSpec
{
    [Fact]
    public void Equal_means_the_same_bytes() =>
        Prop.ForAll<byte[], byte[]>(
                (left, right) => FixedTime.Equals(left, right) == left.SequenceEqual(right) && FixedTime.Equals(left, [.. left])
            )
            .QuickCheckThrowOnFailure();
}
