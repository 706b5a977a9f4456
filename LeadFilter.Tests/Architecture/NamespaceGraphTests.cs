using LeadFilter.Tests.Architecture.Namespaces;

namespace LeadFilter.Tests.Architecture;

[TestClass]
public sealed class NamespaceGraphTests
{
    [TestMethod]
    public void Arrows_that_go_one_way_make_no_circle() => AssertCircle("", "A>B", "A>C", "B>D", "C>D");

    [TestMethod]
    public void Two_that_know_each_other_are_a_circle() => AssertCircle("A B", "A>B", "B>A");

    [TestMethod]
    public void A_circle_of_three_is_found() => AssertCircle("A B C", "A>B", "B>C", "C>A");

    [TestMethod]
    public void Of_two_circles_the_shorter_is_told() => AssertCircle("D E", "A>B", "B>C", "C>A", "C>D", "D>E", "E>D");

    [TestMethod]
    public void Namespaces_that_only_lead_to_a_circle_are_not_a_part_of_it() => AssertCircle("B C", "A>B", "B>C", "C>B", "C>D");

    [TestMethod]
    public void A_parent_and_its_child_are_two_namespaces() => AssertCircle("A A.B", "A>A.B", "A.B>A");

    [TestMethod]
    public void That_a_namespace_knows_itself_is_no_circle() => AssertCircle("", "A>A");

    [TestMethod]
    public void An_arrow_is_told_with_at_most_five_of_what_makes_it()
    {
        var graph = new NamespaceGraph();
        for (var i = 1; i <= 7; i++)
        {
            graph.Add("A", "B", $"T{i} uses U");
        }

        graph.Add("B", "A", "U uses T1");
        Assert.AreEqual(
            "A -> B: T1 uses U, T2 uses U, T3 uses U, T4 uses U, T5 uses U and 2 more\nB -> A: U uses T1",
            graph.Describe(graph.ShortestCircle()));
    }

    private static void AssertCircle(string expected, params string[] arrows)
    {
        var graph = new NamespaceGraph();
        foreach (var arrow in arrows)
        {
            var ends = arrow.Split('>');
            graph.Add(ends[0], ends[1], "T uses U");
        }

        Assert.AreEqual(expected, string.Join(' ', graph.ShortestCircle()));
    }
}
