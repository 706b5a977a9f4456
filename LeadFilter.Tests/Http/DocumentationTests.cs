using System.Reflection;
using LeadFilter.Http.Problems;

namespace LeadFilter.Tests.Http;

[TestClass]
public sealed class DocumentationTests
{
    [TestMethod]
    public void Every_problem_is_in_the_contract()
    {
        var text = File.ReadAllText(Path.Combine(Root(), "docs", "http.md"));
        foreach (var problem in Problems())
        {
            Assert.Contains($"| {problem.Status} | `{problem.Code}` |", text, StringComparison.Ordinal);
        }
    }

    [TestMethod]
    public void Every_detail_is_whole_sentences()
    {
        foreach (var problem in Problems())
        {
            Assert.EndsWith(".", problem.Detail, StringComparison.Ordinal);
        }
    }

    /// <summary>One of each: the constant ones, and what each factory makes.</summary>
    private static List<Problem> Problems()
    {
        Type[] homes = [typeof(Problem), typeof(AskingProblem), typeof(RecordProblem), typeof(StatementProblem)];
        var constant = homes.SelectMany(static home => home.GetProperties(BindingFlags.Public | BindingFlags.Static))
            .Select(property => (Problem)property.GetValue(null)!);
        var made = homes.SelectMany(static home => home.GetMethods(BindingFlags.Public | BindingFlags.Static))
            .Where(method => method.ReturnType == typeof(Problem) && !method.IsSpecialName && method.Name != nameof(Problem.ForStatus))
            .Select(method => (Problem)method.Invoke(null, [.. method.GetParameters().Select(Sample)])!);
        List<Problem> all = [.. constant, .. made];
        Assert.HasCount(42, all);
        return all;
    }

    private static object Sample(ParameterInfo parameter) => parameter.ParameterType == typeof(TimeSpan) ? TimeSpan.FromSeconds(1)
        : parameter.ParameterType == typeof(int) ? 100
        : parameter.ParameterType == typeof(IReadOnlyList<string>) ? new[] { "contact_mail" }
        : "What to do.";

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "LeadFilter.slnx")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
