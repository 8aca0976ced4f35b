using System.Reflection;
using System.Reflection.Emit;

namespace Stryke.Web.Specs.Architecture;

/// <summary>
/// Every type that a type's declaration and code name: bases, members, signatures, locals and the operands of its instructions.
/// </summary>
internal static class TypeUses
{
    private const BindingFlags All =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    public static IEnumerable<Type> Of(Type type) =>
        Named(type).Where(used => used is not null).SelectMany(used => Parts(used!)).Distinct();

    private static IEnumerable<Type?> Named(Type type)
    {
        yield return type.BaseType;
        foreach (var implemented in type.GetInterfaces())
            yield return implemented;
        foreach (var attribute in type.GetCustomAttributesData())
            yield return attribute.AttributeType;
        foreach (var parameter in type.GetGenericArguments())
        {
            foreach (var constraint in parameter.IsGenericParameter ? parameter.GetGenericParameterConstraints() : [])
                yield return constraint;
        }
        foreach (var field in type.GetFields(All))
            yield return field.FieldType;
        foreach (var method in type.GetMembers(All).OfType<MethodBase>())
        {
            foreach (var used in Named(method))
                yield return used;
        }
    }

    private static IEnumerable<Type?> Named(MethodBase method)
    {
        if (method is MethodInfo { ReturnType: { } returned })
            yield return returned;
        foreach (var parameter in method.GetParameters())
            yield return parameter.ParameterType;
        if (method.GetMethodBody() is not { } body)
            yield break;
        foreach (var local in body.LocalVariables)
            yield return local.LocalType;
        foreach (var clause in body.ExceptionHandlingClauses)
        {
            if (clause.Flags == ExceptionHandlingClauseOptions.Clause)
                yield return clause.CatchType;
        }
        foreach (var member in Operands(method, body.GetILAsByteArray()!))
        {
            yield return member as Type ?? member.DeclaringType;
            if (member is MethodInfo { IsGenericMethod: true } generic)
            {
                foreach (var argument in generic.GetGenericArguments())
                    yield return argument;
            }
        }
    }

    // ECMA-335 III.1: an instruction is a code of one or two bytes and an operand whose size its code tells.
    private static IEnumerable<MemberInfo> Operands(MethodBase method, byte[] code)
    {
        Type[] ofType = method.DeclaringType!.GetGenericArguments(),
            ofMethod = method.IsGenericMethod ? method.GetGenericArguments() : [];
        for (int i = 0; i < code.Length; )
        {
            var instruction = Codes[code[i] == 0xFE ? BitConverter.ToInt16([code[i + 1], code[i]]) : code[i]];
            i += instruction.Size;
            switch (instruction.OperandType)
            {
                case OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineType or OperandType.InlineTok:
                    yield return method.Module.ResolveMember(BitConverter.ToInt32(code, i), ofType, ofMethod)!;
                    break;
                case OperandType.InlineSwitch:
                    i += 4 * BitConverter.ToInt32(code, i);
                    break;
            }
            i += SizeOf(instruction.OperandType);
        }
    }

    private static int SizeOf(OperandType operand) =>
        operand switch
        {
            OperandType.InlineNone => 0,
            OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
            OperandType.InlineVar => 2,
            OperandType.InlineI8 or OperandType.InlineR => 8,
            _ => 4,
        };

    private static IEnumerable<Type> Parts(Type type)
    {
        if (type.HasElementType)
            return Parts(type.GetElementType()!);
        if (type.IsGenericParameter)
            return [];
        if (type.IsFunctionPointer)
            return type.GetFunctionPointerParameterTypes().Append(type.GetFunctionPointerReturnType()).SelectMany(Parts);
        return type.IsConstructedGenericType ? [type.GetGenericTypeDefinition(), .. type.GetGenericArguments().SelectMany(Parts)] : [type];
    }
}
