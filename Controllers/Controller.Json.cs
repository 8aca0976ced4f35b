using Stryke.Web.Controllers.Json;
using Stryke.Web.Http;

namespace Stryke.Web.Controllers;

// Values as JSON.
public abstract partial class Controller
{
    /// <summary>
    /// Answers with a value as JSON: names in camelCase. A model writes its columns, and the associations that are loaded: never what is
    /// <c>[Secret]</c> or named like a password or a token, nor members of the framework. A type of the app's own writes its public
    /// properties, but for those marked <c>[JsonIgnore]</c>. <c>Json(post.Errors)</c> is <c>{"errors":{"title":["can't be blank"]}}</c>.
    /// </summary>
    /// <remarks>The writer of a type is generated; a struct is not boxed.</remarks>
    /// <typeparam name="T">The type as which it is written.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="status">The status.</param>
    protected Result Json<T>(T value, int status = 200)
    {
        if (!IsHome)
            return Result.Of(new JsonBody<T>(value), status);
        var response = Response;
        response.ClearBody();
        response.SetContentType(MediaTypes.Json);
        _writers!.Json.Write(response, value);
        return Result.Written(status);
    }

    /// <summary>
    /// Answers with some columns of a model: <c>Json(post, p => [p.Id, p.Title, p.Author.Name])</c> is
    /// <c>{"id":1,"title":"…","author":{"name":"…"}}</c>.
    /// </summary>
    /// <typeparam name="TColumns">The columns of the model; inferred.</typeparam>
    /// <param name="model">The model; null is written as null.</param>
    /// <param name="columns">
    /// The columns, in this order. An association as a whole (<c>p.Author</c>) is written as <c>Json(model)</c> writes it. What is left out
    /// because of its name (<c>PasswordDigest</c>) can be listed; what is <c>[Secret]</c> cannot.
    /// </param>
    /// <param name="status">The status.</param>
    /// <exception cref="InvalidOperationException">An association in the list is not loaded.</exception>
    protected Result Json<TColumns>(IJsonRecord<TColumns>? model, Func<TColumns, JsonColumn[]> columns, int status = 200)
        where TColumns : struct => Json(new JsonSelection(model, null, ShapeOf(columns)), status);

    /// <summary>Answers with some columns of each of several models, as an array: <c>Json(posts, p => [p.Id, p.Title])</c>.</summary>
    /// <typeparam name="TColumns">The columns of the model; inferred.</typeparam>
    /// <param name="models">The models: a list, a page.</param>
    /// <param name="columns">The columns of each, in this order.</param>
    /// <param name="status">The status.</param>
    /// <exception cref="InvalidOperationException">An association in the list is not loaded.</exception>
    protected Result Json<TColumns>(IEnumerable<IJsonRecord<TColumns>> models, Func<TColumns, JsonColumn[]> columns, int status = 200)
        where TColumns : struct
    {
        ArgumentNullException.ThrowIfNull(models);
        return Json(new JsonSelection(null, models, ShapeOf(columns)), status);
    }

    private static JsonColumnTree ShapeOf<TColumns>(Func<TColumns, JsonColumn[]> columns)
        where TColumns : struct
    {
        ArgumentNullException.ThrowIfNull(columns);
        return JsonColumnTree.Of(columns(default));
    }
}
