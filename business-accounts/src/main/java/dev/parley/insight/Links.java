package dev.parley.insight;

import dev.parley.conversation.MessageBody;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The links in a message body, of whatever kind it is: what stands under {@code link}, and addresses within texts. */
@Component
class Links {
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"']*[^\\s<>\"'.,;:!?)\\]]");
    private static final int LONGEST = 2_000;

    private final JsonMapper json;

    Links(JsonMapper json) {
        this.json = json;
    }

    Set<String> of(MessageBody body) {
        var links = new LinkedHashSet<String>();
        gather("", json.valueToTree(body), links);
        return links;
    }

    private static void gather(String name, JsonNode node, Set<String> links) {
        if (node.isString()) {
            var text = node.asString();
            if (name.equals("link") && !text.isBlank() && text.length() <= LONGEST) {
                links.add(text);
            } else {
                ADDRESS.matcher(text).results().map(it -> it.group()).forEach(links::add);
            }
        } else if (node.isArray()) {
            node.forEach(each -> gather(name, each, links));
        } else {
            node.properties().forEach(member -> gather(member.getKey(), member.getValue(), links));
        }
    }
}
