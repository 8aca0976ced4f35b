namespace Stryke.Web.Persistence;

/// <summary>An association was read that is not loaded. It is not loaded implicitly.</summary>
/// <param name="model">The name of the model: <c>Post</c>.</param>
/// <param name="association">The name of the association: <c>Author</c>.</param>
public sealed class AssociationNotLoadedException(string model, string association)
    : InvalidOperationException(
        $"{model}.{association} is not loaded: add .With(m => m.{association}) to the query, or load it with await model.{association}."
    );
