using Mono.Cecil;
using Mono.Cecil.Cil;

namespace LeadFilter.Tests.Architecture.Namespaces;

/// <summary>
/// The types that a type refers to: what it inherits, its attributes, what its members take, give and hold, and what their bodies use.
/// Types inside it (the compiler's for lambdas, iterators and async methods too) belong to it.
/// </summary>
internal static class UsedTypes
{
    /// <summary>Reads them.</summary>
    public static IEnumerable<TypeReference> Of(TypeDefinition type) => Named(type).SelectMany(Parts);

    private static IEnumerable<TypeReference?> Named(TypeDefinition type) =>
    [
        type.BaseType,
        .. type.Interfaces.Select(static one => one.InterfaceType),
        .. OfAttributes(type),
        .. OfConstraints(type),
        .. type.Fields.SelectMany(field => OfAttributes(field).Prepend(field.FieldType)),
        .. type.Properties.SelectMany(OfAttributes),
        .. type.Events.SelectMany(OfAttributes),
        .. type.Methods.SelectMany(OfMethod),
        .. type.NestedTypes.SelectMany(Named),
    ];

    private static IEnumerable<TypeReference?> OfMethod(MethodDefinition method) =>
    [
        method.ReturnType,
        .. OfAttributes(method),
        .. OfAttributes(method.MethodReturnType),
        .. OfConstraints(method),
        .. method.Parameters.SelectMany(parameter => OfAttributes(parameter).Prepend(parameter.ParameterType)),
        .. method.HasBody ? OfBody(method.Body) : [],
    ];

    private static IEnumerable<TypeReference?> OfBody(MethodBody body) =>
    [
        .. body.Variables.Select(static variable => variable.VariableType),
        .. body.ExceptionHandlers.Select(static handler => handler.CatchType),
        .. body.Instructions.SelectMany(static instruction => OfOperand(instruction.Operand)),
    ];

    private static IEnumerable<TypeReference?> OfOperand(object? operand) => operand switch
    {
        TypeReference type => [type],
        FieldReference field => [field.DeclaringType, field.FieldType],
        GenericInstanceMethod method => [method.DeclaringType, .. method.GenericArguments],
        MethodReference method => [method.DeclaringType],
        CallSite site => [site.ReturnType, .. site.Parameters.Select(static parameter => parameter.ParameterType)],
        _ => [],
    };

    private static IEnumerable<TypeReference?> OfAttributes(ICustomAttributeProvider holder) =>
        holder.CustomAttributes.SelectMany(static attribute =>
            attribute.ConstructorArguments
                .Concat(attribute.Properties.Concat(attribute.Fields).Select(static named => named.Argument))
                .SelectMany(OfArgument)
                .Prepend(attribute.AttributeType));

    private static IEnumerable<TypeReference?> OfArgument(CustomAttributeArgument argument) => argument.Value switch
    {
        TypeReference type => [type],
        CustomAttributeArgument inner => OfArgument(inner),
        CustomAttributeArgument[] several => several.SelectMany(OfArgument),
        _ => [argument.Type],
    };

    private static IEnumerable<TypeReference?> OfConstraints(IGenericParameterProvider holder) =>
        holder.GenericParameters.SelectMany(static parameter => parameter.Constraints)
            .Select(static constraint => constraint.ConstraintType);

    // Lists, arrays and references are no types of ours, but what they hold may be.
    private static IEnumerable<TypeReference> Parts(TypeReference? type) => type switch
    {
        null or GenericParameter => [],
        GenericInstanceType generic => generic.GenericArguments.SelectMany(Parts).Prepend(generic.ElementType),
        IModifierType modified => Parts(modified.ElementType).Concat(Parts(modified.ModifierType)),
        FunctionPointerType pointer => pointer.Parameters.SelectMany(static parameter => Parts(parameter.ParameterType))
            .Concat(Parts(pointer.ReturnType)),
        TypeSpecification holder => Parts(holder.ElementType),
        _ => [type],
    };
}
