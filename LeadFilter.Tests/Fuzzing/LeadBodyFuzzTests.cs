using System.Text;
using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Campaigns.Loading;
using LeadFilter.Core.Conditions;
using LeadFilter.Core.Fields;
using LeadFilter.Core.Leads;
using LeadFilter.Core.Leads.Facts;
using LeadFilter.Http.Leads;
using LeadFilter.Http.Problems;
using LeadFilter.Tests.Campaigns;
using LeadFilter.Tests.Folders;

namespace LeadFilter.Tests.Fuzzing;

/// <summary>Bodies of each content type and query strings, through the readers, the types and the rules of the sample campaign.</summary>
[TestClass]
[TestCategory("Fuzzing")]
public sealed class LeadBodyFuzzTests
{
    private static readonly Campaign Solar = CampaignLoader.Load(
        "solar.json", File.ReadAllBytes(Path.Combine(SampleFiles.Root, "campaigns", "solar.json")), vendors: null).Value!;

    /// <summary>Every operator without a constant on every field and every part.</summary>
    private static readonly Func<Lead, Truth>[] Tests =
    [
        .. from field in Solar.Layout.Fields
           from path in new[] { field.Name }.Concat(field.Type.Parts.Select(part => $"{field.Name}.{part.Name}"))
           where Solar.Layout.TryResolve(path, out _)
           from op in Operator.All
           let operand = Solar.Layout.TryResolve(path, out var found) ? found : null
           where op.MaxConstants == 0 && op.Fits(operand.Type)
           select ConditionCompiler.CompileAlone(new FieldTest(operand, op, [])),
    ];

    [TestMethod]
    [DataRow("application/json")]
    [DataRow("application/x-www-form-urlencoded")]
    [DataRow("application/xml")]
    [DataRow("multipart/form-data; boundary=x1")]
    public void A_body_is_a_lead_that_is_decided_or_a_400_without_its_values(string type)
    {
        var spoilt = false;
        Fuzz.Run(random => HostileLead.Next(random, type, out spoilt), body =>
        {
            var draft = new LeadDraft(Solar.Layout);
            return WrongWith(Read(type, body, draft), draft, spoilt);
        });
    }

    [TestMethod]
    public void A_query_is_a_lead_that_is_decided_or_a_400_without_its_values()
    {
        var spoilt = false;
        Fuzz.Run(random => HostileLead.Next(random, "application/x-www-form-urlencoded", out spoilt), query =>
        {
            var draft = new LeadDraft(Solar.Layout);
            return WrongWith(QueryLead.Read("?" + Encoding.UTF8.GetString(query), draft) ?? LeadBody.Finish(draft), draft, spoilt);
        });
    }

    [TestMethod]
    public void Every_test_on_every_part_has_a_result_for_every_text() =>
        Fuzz.Run(random => Encoding.Unicode.GetBytes(HostileText.Next(random)), text =>
        {
            var draft = new LeadDraft(Solar.Layout);
            foreach (var field in Solar.Layout.Fields)
            {
                draft.Restore(field.Name, Encoding.Unicode.GetString(text));
            }

            var lead = draft.ToLead(TestLead.ReceivedAt);
            foreach (var test in Tests)
            {
                if (!Enum.IsDefined(test(lead)))
                {
                    return "no result";
                }
            }

            Solar.PolicyWithoutContract.Decide(lead);
            return null;
        });

    private static Problem? Read(string type, byte[] body, LeadDraft draft)
    {
        var charset = (BodyCharset)(body.Length % 3);
        var said = type switch
        {
            "application/json" => new BodyType(BodyFormat.Json, charset),
            "application/xml" => new(BodyFormat.Xml, charset),
            "application/x-www-form-urlencoded" => new(BodyFormat.Form, charset),
            _ => new(BodyFormat.Multipart, charset, body.Length % 2 == 0 ? "x1" : null),
        };
        draft.StartBody();
        return body.Length == 0 ? null : LeadBody.Read(body, said, draft) ?? LeadBody.Finish(draft);
    }

    private static string? WrongWith(Problem? problem, LeadDraft draft, bool spoilt)
    {
        if (problem is not null)
        {
            return problem.Status is not (400 or 414) ? $"a {problem.Status}"
                : !spoilt && (problem.Detail + problem.Field).Contains(HostileLead.Mark, StringComparison.Ordinal) ? $"a value in the answer: {problem.Detail}"
                : problem.Detail.Length > 1_000 ? $"a detail of {problem.Detail.Length} characters"
                : null;
        }

        var lead = draft.ToLead(TestLead.ReceivedAt);
        var decision = Solar.PolicyWithoutContract.Decide(lead);
        foreach (var field in Solar.Layout.SlotsInNameOrder)
        {
            if (lead[field] is { Validity: Validity.Invalid, Why: { } why } && why.Contains(HostileLead.Mark, StringComparison.Ordinal))
            {
                return $"a value in a reason: {why}";
            }
        }

        return decision is null ? "no decision" : null;
    }
}
