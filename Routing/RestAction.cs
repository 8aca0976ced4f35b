namespace Stryke.Web.Routing;

/// <summary>The seven actions of a resource, as <c>only:</c> and <c>except:</c> name them.</summary>
public enum RestAction
{
    /// <summary><c>GET /posts</c></summary>
    Index,

    /// <summary><c>GET /posts/new</c></summary>
    New,

    /// <summary><c>POST /posts</c></summary>
    Create,

    /// <summary><c>GET /posts/:id</c></summary>
    Show,

    /// <summary><c>GET /posts/:id/edit</c></summary>
    Edit,

    /// <summary><c>PATCH /posts/:id</c> and <c>PUT /posts/:id</c></summary>
    Update,

    /// <summary><c>DELETE /posts/:id</c></summary>
    Destroy,
}
