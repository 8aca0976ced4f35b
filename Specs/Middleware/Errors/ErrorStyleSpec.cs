using System.Security.Cryptography;
using Stryke.Web.Middleware.Errors;
using Xunit;

namespace Stryke.Web.Specs.Middleware.Errors;

public sealed class ErrorStyleSpec
{
    [Fact]
    public void The_hash_that_is_written_down_is_the_stylesheets() =>
        Assert.Equal(ErrorStyle.Hash, Convert.ToBase64String(SHA256.HashData(ErrorStyle.Css)));
}
