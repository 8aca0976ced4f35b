namespace Stryke.Web.Views;

/// <summary>
/// Marks a parameter that takes the method of a form: <c>get</c>, <c>post</c>, <c>put</c>, <c>patch</c> or <c>delete</c>, in any case. The
/// compiler reports a constant that is none of them.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class FormMethodAttribute : Attribute;
