package dev.parley.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.MessageBody;
import dev.parley.kernel.FieldRefusal;
import dev.parley.kernel.MediaId;
import dev.parley.kernel.PartyRef;
import dev.parley.kernel.UserId;
import dev.parley.media.Media;
import dev.parley.media.MediaKind;
import dev.parley.media.MediaPurpose;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The rules of what can be said, kind by kind. In the JSON of a row, ' stands for a quotation mark and #kind for an upload. */
class DraftRulesTests {
    private static final UserId EDITOR = new UserId(UUID.fromString("019b9c5e-4a10-7c3e-9d51-0000000000e1"));
    private static final UserId STRANGER = new UserId(UUID.fromString("019b9c5e-4a10-7c3e-9d51-0000000000e2"));
    private static final PartyRef BANK =
            new PartyRef("account", UUID.fromString("019b9c5e-4a10-7c3e-9d51-0000000000ba"));
    private static final String LINK = "{'type':'link','label':'Open','link':'https://example.org/'}";

    private static final List<JsonNode> NONSENSE = Stream.of(
                    "null",
                    "-1",
                    "1e300",
                    "9223372036854775807",
                    "true",
                    "''",
                    "'\\u202e'",
                    "'" + "x".repeat(5_000) + "'",
                    "[]",
                    "[null]",
                    "{}",
                    "{'type':'text','text':'x'}",
                    "{'type':'say','label':'x'}",
                    "'00000000-0000-0000-0000-000000000000'")
            .map(text -> new JsonMapper().readTree(text.replace('\'', '"')))
            .toList();
    private static final List<String> GOOD = List.of(
            "{'type':'text','text':'Hello @bank','mentions':[{'start':6,'length':5,'handle':'bank'}]}",
            "{'type':'text','text':'When?','quickReplies':[{'action':{'type':'location','label':'Here'}},"
                    + "{'action':{'type':'camera','label':'Photo'},'icon':'#image'},"
                    + "{'action':{'type':'date','label':'Day','data':'day','mode':'date','min':'2026-01-01'}}]}",
            "{'type':'image','media':'#image','description':'Bread'}",
            "{'type':'video','media':'#video','description':'Oven','cover':{'media':'#image','description':'Oven'}}",
            "{'type':'audio','media':'#audio','title':'Jingle'}",
            "{'type':'voice','media':'#voice','durationMs':1200,'wave':[0,31,5]}",
            "{'type':'file','media':'#file','name':'menu.pdf'}",
            "{'type':'location','latitude':52.52,'longitude':13.405,'name':'Shop'}",
            "{'type':'sticker','pack':'parley','sticker':'good-night'}",
            "{'type':'article','title':'T','summary':'','link':'/p/019b9c5e-4a10-7c3e-9d51-0000000000a1'}",
            "{'type':'articles','items':[{'title':'T','summary':'S','link':'https://example.org/'}]}",
            "{'type':'card','text':'Pick','actions':[" + LINK + "]}",
            "{'type':'carousel','cards':[{'text':'A','actions':[" + LINK + "]},{'text':'B'}]}",
            "{'type':'list','text':'Bread','button':'Show','sections':[{'rows':[{'id':'rye','title':'Rye'}]}]}",
            "{'type':'confirm','text':'Sure?','actions':[{'type':'postback','label':'Yes','data':'y'},"
                    + "{'type':'say','label':'No','text':'No'}]}",
            "{'type':'layout','alternative':'Offer','root':{'type':'bubble','size':'mega',"
                    + "'hero':{'type':'image','media':'#image','ratio':'20:13','fit':'cover','size':'full'},"
                    + "'body':{'type':'box','layout':'vertical','spacing':'md','contents':["
                    + "{'type':'text','text':'Rye','weight':'bold','size':'3xl','color':'#334455'},"
                    + "{'type':'separator'},{'type':'filler'},{'type':'button','style':'primary','action':"
                    + LINK + "}]}}}",
            "{'type':'form','title':'Order','submit':'Send','fields':["
                    + "{'id':'name','label':'Name','kind':'text','required':true},"
                    + "{'id':'size','label':'Size','kind':'choice','choices':['small','large']}]}",
            "{'type':'several','bodies':[{'type':'text','text':'One'},{'type':'text','text':'Two'}]}");

    private final JsonMapper json = new JsonMapper();
    private final Map<MediaId, Media> uploads = new HashMap<>();
    private final Map<Long, MessageBody> sent = new HashMap<>();

    DraftRulesTests() {
        for (var kind : MediaKind.values()) {
            upload(kind, EDITOR);
        }
    }

    static Stream<String> good() {
        return GOOD.stream();
    }

    @ParameterizedTest
    @MethodSource("good")
    void everyKindThatKeepsItsRulesIsAcceptedAndStaysTheSameWhenStored(String draft) {
        var checked = check(draft, release());

        assertThat(checked).isInstanceOf(Checked.Accepted.class);
        var body = ((Checked.Accepted) checked).body();
        var stored = json.writerFor(MessageBody.class).writeValueAsString(body);
        assertThat(json.readValue(stored, MessageBody.class)).isEqualTo(body);
        assertThat(body.alternative()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'type':'text','text':'  '}                                                   | body.text required
            {'type':'text'}                                                               | body.text required
            {'type':'text','text':'@bank','mentions':[{'start':1,'length':5,'handle':'bank'}]} | body.mentions[0] mention
            {'type':'text','text':'@nobody','mentions':[{'start':0,'length':7,'handle':'nobody'}]} | body.mentions[0].handle known
            {'type':'text','text':'Hi','quickReplies':[null]}                             | body.quickReplies[0] required
            {'type':'text','text':'Hi','quickReplies':[{}]}                               | body.quickReplies[0].action required
            {'type':'image','media':'#file','description':'x'}                            | body.media kind
            {'type':'image','media':'00000000-0000-0000-0000-000000000000','description':'x'} | body.media upload
            {'type':'image','description':'x'}                                            | body.media required
            {'type':'image','media':'#image','description':''}                            | body.description required
            {'type':'video','media':'#image','description':'x'}                           | body.media kind
            {'type':'voice','media':'#voice','wave':[32]}                                 | body.wave[0] range
            {'type':'voice','media':'#voice','durationMs':-1}                             | body.durationMs range
            {'type':'location','latitude':91,'longitude':0}                               | body.latitude range
            {'type':'location','latitude':1}                                              | body.longitude required
            {'type':'sticker','pack':'other','sticker':'yes'}                             | body.pack known
            {'type':'sticker','pack':'parley','sticker':'shrug'}                          | body.sticker known
            {'type':'article','title':'T','summary':'S','link':'javascript:1'}            | body.link link
            {'type':'article','title':'T','summary':'S','link':'/p/../console'}           | body.link link
            {'type':'articles','items':[]}                                                | body.items required
            {'type':'card','text':'x','actions':[{'type':'call','label':'Call','phone':'no'}]} | body.actions[0].phone form
            {'type':'card','text':'x','actions':[{'type':'link','label':'','link':'https://example.org/'}]} | body.actions[0].label required
            {'type':'card','text':'x','actions':[{'type':'date','label':'D','data':'d','mode':'time','min':'9:00'}]} | body.actions[0].min form
            {'type':'card','text':'x','actions':[{'type':'date','label':'D','data':'d','mode':'date','min':'2026-02-01','max':'2026-01-01'}]} | body.actions[0].max range
            {'type':'card','text':'x','actions':[{'type':'date','label':'D','data':'d','mode':'date','initial':'2026-02-30'}]} | body.actions[0].initial form
            {'type':'carousel','cards':[null]}                                            | body.cards[0] required
            {'type':'list','text':'x','button':'b','sections':[{'rows':[{'id':'a','title':'A'},{'id':'a','title':'B'}]}]} | body.sections unique
            {'type':'list','text':'x','button':'b','sections':[{'rows':[]}]}              | body.sections[0].rows required
            {'type':'confirm','text':'x','actions':[{'type':'location','label':'L'}]}     | body.actions required
            {'type':'layout','alternative':'','root':{'type':'box','layout':'vertical','contents':[]}} | body.alternative required
            {'type':'layout','alternative':'a','root':{'type':'text','text':'x'}}         | body.root root
            {'type':'layout','alternative':'a','root':{'type':'box','contents':[]}}       | body.root.layout required
            {'type':'layout','alternative':'a','root':{'type':'box','layout':'vertical','background':'red'}} | body.root.background color
            {'type':'layout','alternative':'a','root':{'type':'box','layout':'vertical','contents':[{'type':'bubble'}]}} | body.root.contents[0] root
            {'type':'layout','alternative':'a','root':{'type':'bubble'}}                  | body.root.body required
            {'type':'layout','alternative':'a','root':{'type':'bubble','hero':{'type':'image','media':'#image','ratio':'0:1'}}} | body.root.hero.ratio ratio
            {'type':'form','title':'T','submit':'S','fields':[]}                          | body.fields required
            {'type':'form','title':'T','submit':'S','fields':[{'id':'a','label':'A'}]}    | body.fields[0].kind required
            {'type':'form','title':'T','submit':'S','fields':[{'id':'a','label':'A','kind':'choice'}]} | body.fields[0].choices required
            {'type':'form','title':'T','submit':'S','fields':[{'id':'a','label':'A','kind':'text','max':9999}]} | body.fields[0].max range
            {'type':'several','bodies':[{'type':'text','text':'One'}]}                    | body.bodies required
            {'type':'several','bodies':[{'type':'text','text':'One'},{'type':'several','bodies':[]}]} | body.bodies[1].type kind
            {'type':'postback','message':7,'data':'y'}                                    | body.type speaker
            """)
    void whatBreaksARuleIsRefusedWithTheNameOfTheField(String draft, String refusal) {
        assertThat(refusals(draft, release())).contains(refusal);
    }

    @Test
    void everyLimitOfATextOrAListIsKept() {
        assertThat(refusals("{'type':'text','text':'" + "x".repeat(4_001) + "'}", release()))
                .containsExactly("body.text length");
        assertThat(refusals("{'type':'text','text':'" + "🙂".repeat(4_000) + "'}", release()))
                .isEmpty();
        assertThat(refusals("{'type':'carousel','cards':[" + times(11, "{'text':'a'}") + "]}", release()))
                .contains("body.cards count");
        assertThat(refusals("{'type':'card','text':'a','actions':[" + times(5, LINK) + "]}", release()))
                .contains("body.actions count");
        assertThat(refusals(
                        "{'type':'text','text':'a','quickReplies':[" + times(14, "{'action':" + LINK + "}") + "]}",
                        release()))
                .containsExactly("body.quickReplies count");
        var rows = new ArrayList<String>();
        for (var i = 0; i < 11; i++) {
            rows.add("{'rows':[{'id':'" + i + "','title':'Row'}]}");
        }
        assertThat(refusals(
                        "{'type':'list','text':'a','button':'b','sections':[" + String.join(",", rows.subList(0, 10))
                                + "]}",
                        release()))
                .isEmpty();
        assertThat(refusals(
                        "{'type':'list','text':'a','button':'b','sections':[" + String.join(",", rows) + "]}",
                        release()))
                .contains("body.sections count");
    }

    @Test
    void aLayoutIsNeitherTooDeepNorTooManyElementsNorTooManyBytes() {
        var deep = "{'type':'text','text':'x'}";
        for (var i = 0; i < 11; i++) {
            deep = box(deep);
        }
        assertThat(refusals(layout(deep), release())).anyMatch(refusal -> refusal.endsWith(" depth"));

        var wide = box(times(5, box(times(50, "{'type':'filler'}"))));
        assertThat(refusals(layout(wide), release())).contains("body.root count");

        var heavy = box(times(40, "{'type':'text','text':'" + "x".repeat(900) + "'}"));
        assertThat(refusals(layout(heavy), release())).containsExactly("body.root bytes");
    }

    @Test
    void peopleSayWhatPeopleSayAndAccountsTheRest() {
        assertThat(refusals("{'type':'card','text':'x'}", person())).containsExactly("body.type speaker");
        assertThat(refusals("{'type':'several','bodies':[]}", account())).containsExactly("body.type speaker");
        assertThat(refusals("{'type':'text','text':'x','quickReplies':[{'action':" + LINK + "}]}", person()))
                .containsExactly("body.quickReplies speaker");
        assertThat(refusals("{'type':'sticker','pack':'parley','sticker':'yes'}", person()))
                .isEmpty();
        assertThat(refusals("{'type':'card','text':'x'}", account())).isEmpty();
    }

    @Test
    void nobodyUsesWhatAStrangerHasUploaded() {
        upload(MediaKind.IMAGE, STRANGER);

        assertThat(refusals("{'type':'image','media':'#image','description':'x'}", person()))
                .containsExactly("body.media upload");
    }

    @Test
    void aTappedButtonMustStandInThatMessage() {
        sent.put(
                7L,
                accepted(
                        "{'type':'confirm','text':'Sure?','actions':[{'type':'postback','label':'Yes','data':'y',"
                                + "'text':'Yes, please'},{'type':'date','label':'Later','data':'d','mode':'date','max':'2026-12-31'}]}"));

        assertThat(accepted("{'type':'postback','message':7,'data':'y'}", person()))
                .isEqualTo(new MessageBody.Postback(7, "y", "Yes, please", null));
        assertThat(refusals("{'type':'postback','message':8,'data':'y'}", person()))
                .containsExactly("body.message tapped");
        assertThat(refusals("{'type':'postback','message':7,'data':'n'}", person()))
                .containsExactly("body.data offered");
        assertThat(refusals("{'type':'postback','message':7,'data':'y','text':'I pay double'}", person()))
                .containsExactly("body.data offered");
        assertThat(refusals("{'type':'postback','message':7}", person())).containsExactly("body.data required");
        assertThat(refusals("{'type':'postback','data':'y'}", person())).containsExactly("body.message required");
        assertThat(accepted("{'type':'postback','message':7,'data':'d','chosen':'2026-05-01'}", person()))
                .isEqualTo(new MessageBody.Postback(7, "d", "Later: 2026-05-01", "2026-05-01"));
        assertThat(refusals("{'type':'postback','message':7,'data':'d','chosen':'2027-01-01'}", person()))
                .containsExactly("body.chosen range");
        assertThat(refusals("{'type':'postback','message':7,'data':'d','chosen':'soon'}", person()))
                .containsExactly("body.chosen form");
    }

    @Test
    void aQuickReplyAndAButtonOfOneOfSeveralCanBeTappedToo() {
        sent.put(
                7L,
                accepted("{'type':'several','bodies':[{'type':'card','text':'x','actions':[{'type':'postback',"
                        + "'label':'A','data':'a'}]},{'type':'text','text':'y','quickReplies':[{'action':"
                        + "{'type':'postback','label':'B','data':'b'}}]}]}"));

        assertThat(refusals("{'type':'postback','message':7,'data':'a'}", person()))
                .isEmpty();
        assertThat(refusals("{'type':'postback','message':7,'data':'b'}", person()))
                .isEmpty();
    }

    @Test
    void aPickedRowMustStandInThatList() {
        sent.put(
                7L,
                accepted("{'type':'list','text':'x','button':'b','sections':[{'rows':[{'id':'rye','title':'Rye'}]}]}"));

        assertThat(accepted("{'type':'pick','message':7,'row':'rye'}", person()))
                .isEqualTo(new MessageBody.Pick(7, "rye", "Rye"));
        assertThat(refusals("{'type':'pick','message':7,'row':'oat'}", person()))
                .containsExactly("body.row offered");
        assertThat(refusals("{'type':'pick','message':7,'row':'rye','text':'Gold'}", person()))
                .containsExactly("body.row offered");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'name':'Ann','age':7,'size':'small','extras':['nuts'],'mail':'ann@example.org','day':'2026-03-02','ok':true} |
            {'name':'Ann'}                     |
            {}                                 | body.values.name required
            {'name':''}                        | body.values.name required
            {'name':7}                         | body.values.name text
            {'name':'Ann','age':'7'}           | body.values.age number
            {'name':'Ann','age':121}           | body.values.age range
            {'name':'Ann','size':'huge'}       | body.values.size choice
            {'name':'Ann','extras':['nuts','nuts','salt']} | body.values.extras count
            {'name':'Ann','extras':'nuts'}     | body.values.extras choices
            {'name':'Ann','mail':'ann'}        | body.values.mail email
            {'name':'Ann','day':'tomorrow'}    | body.values.day date
            {'name':'Ann','ok':'yes'}          | body.values.ok yes-no
            {'name':{'first':'Ann'}}           | body.values.name text
            {'name':'Ann','price':1}           | body.values.price known
            """)
    void theAnswersToAFormAreOfTheKindThatItAsksFor(String values, String refusal) {
        sent.put(
                7L,
                accepted("{'type':'form','title':'T','submit':'S','fields':["
                        + "{'id':'name','label':'Name','kind':'text','required':true},"
                        + "{'id':'age','label':'Age','kind':'number','max':120},"
                        + "{'id':'size','label':'Size','kind':'choice','choices':['small','large']},"
                        + "{'id':'extras','label':'Extras','kind':'choices','choices':['nuts','salt'],'max':1},"
                        + "{'id':'mail','label':'Mail','kind':'email'},"
                        + "{'id':'day','label':'Day','kind':'date'},"
                        + "{'id':'ok','label':'OK','kind':'yes-no'}]}"));

        var found = refusals("{'type':'answers','message':7,'values':" + values + "}", person());

        assertThat(found).isEqualTo(refusal == null ? List.of() : List.of(refusal));
    }

    @ParameterizedTest
    @MethodSource("good")
    void whateverIsSpoiledInADraftIsRefusedOrAcceptedAndBreaksNothing(String draft) {
        var random = new Random(draft.hashCode());
        for (var round = 0; round < 150; round++) {
            var tree = json.readTree(filled(draft));
            spoil(tree, random);
            NewMessageBody spoiled;
            try {
                spoiled = json.treeToValue(tree, NewMessageBody.class);
            } catch (JacksonException _) {
                continue; // refused before it gets here
            }
            if (spoiled == null || !(check(spoiled, release()) instanceof Checked.Accepted(var body))) {
                continue;
            }
            var stored = json.writerFor(MessageBody.class).writeValueAsString(body);
            assertThat(json.readValue(stored, MessageBody.class)).isEqualTo(body);
        }
    }

    private static void spoil(JsonNode tree, Random random) {
        var places = new ArrayList<JsonNode>();
        gather(tree, places);
        var place = places.get(random.nextInt(places.size()));
        var value = NONSENSE.get(random.nextInt(NONSENSE.size()));
        if (place instanceof ObjectNode object && !object.isEmpty()) {
            var names = List.copyOf(object.propertyNames());
            var name = names.get(random.nextInt(names.size()));
            if (random.nextInt(4) == 0) {
                object.remove(name);
            } else {
                object.set(name, value);
            }
        } else if (place instanceof ArrayNode array) {
            array.add(value);
        }
    }

    private static void gather(JsonNode node, List<JsonNode> places) {
        if (node.isContainer()) {
            places.add(node);
            node.forEach(inside -> gather(inside, places));
        }
    }

    private String filled(String draft) {
        var text = draft.replace('\'', '"');
        for (var upload : uploads.values()) {
            text = text.replace("#" + upload.kind().code(), upload.id().toString());
        }
        return text;
    }

    private Checked check(String draft, Speaker speaker) {
        return check(json.readValue(filled(draft), NewMessageBody.class), speaker);
    }

    private Checked check(NewMessageBody draft, Speaker speaker) {
        var findings = new Findings();
        var files = new Uploads(uploads, speaker, findings);
        var actions = new ActionCheck(findings);
        var body = new BodyCheck(
                        findings,
                        speaker,
                        files,
                        actions,
                        new LayoutCheck(findings, files, actions, json),
                        new FormCheck(findings),
                        new ActCheck(findings, speaker))
                .check("body", draft);
        return body == null || !findings.refusals().isEmpty()
                ? new Checked.Refused(findings.refusals())
                : new Checked.Accepted(body);
    }

    private List<String> refusals(String draft, Speaker speaker) {
        return switch (check(draft, speaker)) {
            case Checked.Accepted _ -> List.of();
            case Checked.Refused(var refusals) ->
                refusals.stream().map(DraftRulesTests::said).toList();
        };
    }

    private MessageBody accepted(String draft) {
        return accepted(draft, release());
    }

    private MessageBody accepted(String draft, Speaker speaker) {
        var checked = check(draft, speaker);
        assertThat(checked).isInstanceOf(Checked.Accepted.class);
        return ((Checked.Accepted) checked).body();
    }

    private static String said(FieldRefusal refusal) {
        return refusal.field() + " " + refusal.rule();
    }

    private static Speaker release() {
        return Speaker.release(EDITOR::equals)
                .naming(handle -> handle.equals("bank") ? Optional.of(BANK) : Optional.empty());
    }

    private static Speaker account() {
        return Speaker.account(EDITOR::equals);
    }

    private Speaker person() {
        return Speaker.person(EDITOR).tapping(sequence -> Optional.ofNullable(sent.get(sequence)));
    }

    private void upload(MediaKind kind, UserId owner) {
        uploads.values().removeIf(upload -> upload.kind() == kind);
        var upload = new Media(
                MediaId.next(),
                owner,
                MediaPurpose.MESSAGE,
                kind,
                "application/octet-stream",
                null,
                kind == MediaKind.IMAGE ? 10 : 0,
                kind == MediaKind.IMAGE ? 10 : 0,
                null,
                100,
                "#808080",
                null,
                Instant.EPOCH);
        uploads.put(upload.id(), upload);
    }

    private static String layout(String root) {
        return "{'type':'layout','alternative':'a','root':" + root + "}";
    }

    private static String box(String contents) {
        return "{'type':'box','layout':'vertical','contents':[" + contents + "]}";
    }

    private static String times(int count, String one) {
        return Stream.generate(() -> one).limit(count).collect(Collectors.joining(","));
    }
}
