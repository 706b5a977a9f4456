using System.ComponentModel;
using System.Reflection;
using System.Reflection.Emit;
using LeadFilter.Tests.Architecture.Namespaces;

namespace LeadFilter.Tests.Architecture;

/// <summary>What the reader of assemblies sees, on made-up ones: a check that cannot fail would say nothing.</summary>
[TestClass]
public sealed class AssemblyNamespacesTests
{
    private const string From = "House.Attic";
    private const string To = "House.Cellar";

    [TestMethod]
    public void Types_that_share_nothing_make_no_arrow() => AssertArrows((_, _) => { });

    [TestMethod]
    public void A_base_type_makes_an_arrow() => AssertArrows((holder, thing) => holder.SetParent(thing), To);

    [TestMethod]
    public void An_interface_makes_an_arrow() =>
        AssertArrows((holder, _, module) => holder.AddInterfaceImplementation(Interface(module)), To);

    [TestMethod]
    public void A_field_makes_an_arrow() =>
        AssertArrows((holder, thing) => holder.DefineField("thing", thing, FieldAttributes.Private), To);

    [TestMethod]
    public void What_a_list_holds_makes_an_arrow() =>
        AssertArrows(
            (holder, thing) => holder.DefineField("things", typeof(List<>).MakeGenericType(thing.MakeArrayType()), FieldAttributes.Private),
            To);

    [TestMethod]
    public void What_a_method_takes_makes_an_arrow() =>
        AssertArrows((holder, thing) => Method(holder, typeof(void), [thing.MakeByRefType()]), To);

    [TestMethod]
    public void What_a_method_gives_makes_an_arrow() =>
        AssertArrows((holder, thing) => Method(holder, thing, [], static il => il.Emit(OpCodes.Ldnull)), To);

    [TestMethod]
    public void What_a_body_makes_makes_an_arrow() =>
        AssertArrows((holder, thing) => Method(holder, typeof(void), [], il => Make(il, thing)), To);

    [TestMethod]
    public void What_a_body_calls_makes_an_arrow() => AssertArrows(
        (holder, thing) =>
        {
            var called = Method(thing, typeof(void), []);
            Method(holder, typeof(void), [], il => il.Emit(OpCodes.Call, called));
        },
        To);

    [TestMethod]
    public void For_what_a_body_calls_a_generic_method_makes_an_arrow() => AssertArrows(
        (holder, thing) => Method(holder, typeof(void), [], il =>
        {
            il.Emit(OpCodes.Call, typeof(Array).GetMethod(nameof(Array.Empty))!.MakeGenericMethod(thing));
            il.Emit(OpCodes.Pop);
        }),
        To);

    [TestMethod]
    public void What_a_type_inside_uses_makes_an_arrow() => AssertArrows(
        (holder, thing) =>
        {
            var inside = holder.DefineNestedType("Inside", TypeAttributes.NestedPrivate);
            Method(inside, typeof(void), [], il => Make(il, thing));
            inside.CreateType();
        },
        To);

    [TestMethod]
    public void A_type_inside_another_counts_as_that_one() => AssertArrows(
        (holder, thing) =>
        {
            var inside = thing.DefineNestedType("Inside", TypeAttributes.NestedPublic);
            inside.CreateType();
            holder.DefineField("inside", inside, FieldAttributes.Private);
        },
        To);

    [TestMethod]
    public void A_constraint_makes_an_arrow() =>
        AssertArrows((holder, thing) => holder.DefineGenericParameters("T")[0].SetBaseTypeConstraint(thing), To);

    [TestMethod]
    public void An_attribute_makes_an_arrow() => AssertArrows(
        (holder, thing) =>
        {
            thing.SetParent(typeof(Attribute));
            holder.SetCustomAttribute(new CustomAttributeBuilder(thing.DefineDefaultConstructor(MethodAttributes.Public), []));
        },
        To);

    [TestMethod]
    public void A_type_that_an_attribute_names_makes_an_arrow() => AssertArrows(
        (holder, thing) => Method(holder, typeof(void), []).SetCustomAttribute(
            new CustomAttributeBuilder(typeof(TypeConverterAttribute).GetConstructor([typeof(Type)])!, [thing])),
        To);

    [TestMethod]
    public void Namespaces_outside_the_root_do_not_count()
    {
        using var image = Image((holder, thing, _) => holder.DefineField("thing", thing, FieldAttributes.Private));
        Assert.IsEmpty(AssemblyNamespaces.Of(image, From).KnownBy(From));
    }

    [TestMethod]
    public void A_circle_is_told_with_the_types_that_make_it()
    {
        using var image = Image((holder, thing, _) =>
        {
            holder.DefineField("thing", thing, FieldAttributes.Private);
            Method(thing, typeof(void), [holder]);
        });
        var graph = AssemblyNamespaces.Of(image, "House");
        Assert.AreEqual(
            "House.Attic -> House.Cellar: Holder uses Thing\nHouse.Cellar -> House.Attic: Thing uses Holder",
            graph.Describe(graph.ShortestCircle()));
    }

    private static void AssertArrows(Action<TypeBuilder, TypeBuilder> use, params string[] expected) =>
        AssertArrows((holder, thing, _) => use(holder, thing), expected);

    private static void AssertArrows(Action<TypeBuilder, TypeBuilder, ModuleBuilder> use, params string[] expected)
    {
        using var image = Image(use);
        CollectionAssert.AreEqual(expected, AssemblyNamespaces.Of(image, "House").KnownBy(From).ToList());
    }

    // An assembly of two types, of which the first is to use the second in some way.
    private static MemoryStream Image(Action<TypeBuilder, TypeBuilder, ModuleBuilder> use)
    {
        var assembly = new PersistedAssemblyBuilder(new("House"), typeof(object).Assembly);
        var module = assembly.DefineDynamicModule("House");
        var thing = module.DefineType(To + ".Thing", TypeAttributes.Public);
        var holder = module.DefineType(From + ".Holder", TypeAttributes.Public);
        use(holder, thing, module);
        thing.CreateType();
        holder.CreateType();
        var image = new MemoryStream();
        assembly.Save(image);
        image.Position = 0;
        return image;
    }

    private static Type Interface(ModuleBuilder module) =>
        module.DefineType(To + ".IThing", TypeAttributes.Public | TypeAttributes.Interface | TypeAttributes.Abstract).CreateType();

    private static MethodBuilder Method(TypeBuilder type, Type gives, Type[] takes, Action<ILGenerator>? body = null)
    {
        var method = type.DefineMethod("Do", MethodAttributes.Public | MethodAttributes.Static, gives, takes);
        var il = method.GetILGenerator();
        body?.Invoke(il);
        il.Emit(OpCodes.Ret);
        return method;
    }

    private static void Make(ILGenerator il, TypeBuilder thing)
    {
        il.Emit(OpCodes.Newobj, thing.DefineDefaultConstructor(MethodAttributes.Public));
        il.Emit(OpCodes.Pop);
    }
}
