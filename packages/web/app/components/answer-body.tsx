import { Fragment, type ReactNode } from "react";
import type { Block, Inline } from "~/markdown/blocks.ts";
import { Maths } from "./maths.tsx";

/** Draws `[1]`; a number without its source stays plain text. */
export type DrawCitation = (number: number) => ReactNode;

interface Props {
  blocks: readonly Block[];
  citation: DrawCitation;
}

/** An answer's blocks as elements. Keys are positions: a streamed answer only grows at its end. */
export function AnswerBody({ blocks, citation }: Props) {
  return blocks.map((block, position) => <BlockNode key={position} block={block} citation={citation} />);
}

function BlockNode({ block, citation }: { block: Block; citation: DrawCitation }) {
  const inline = (nodes: readonly Inline[]) => <Inlines nodes={nodes} citation={citation} />;
  switch (block.t) {
    case "p":
      return <p>{inline(block.c)}</p>;
    case "h":
      return <h3>{inline(block.c)}</h3>;
    case "list": {
      const items = block.items.map((item, position) => (
        <li key={position}>
          <AnswerBody blocks={item} citation={citation} />
        </li>
      ));
      return block.start === undefined ? <ul>{items}</ul> : <ol start={block.start}>{items}</ol>;
    }
    case "quote":
      return (
        <blockquote>
          <AnswerBody blocks={block.c} citation={citation} />
        </blockquote>
      );
    case "code":
      return (
        <pre>
          <code>{block.v}</code>
        </pre>
      );
    case "math":
      return <Maths tex={block.v} display />;
    case "hr":
      return <hr />;
    case "table":
      return (
        <div className="overflow-x-auto">
          <table>
            <thead>
              <tr>
                {block.head.map((cell, column) => (
                  <th key={column} scope="col">
                    {inline(cell)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {block.rows.map((row, line) => (
                <tr key={line}>
                  {row.map((cell, column) => (
                    <td key={column}>{inline(cell)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      );
  }
}

function Inlines({ nodes, citation }: { nodes: readonly Inline[]; citation: DrawCitation }) {
  return nodes.map((node, position) => <Fragment key={position}>{inlineNode(node, citation)}</Fragment>);
}

function inlineNode(node: Inline, citation: DrawCitation): ReactNode {
  switch (node.t) {
    case "text":
      return node.v;
    case "code":
      return <code>{node.v}</code>;
    case "math":
      return <Maths tex={node.v} />;
    case "cite":
      return citation(node.n);
    case "br":
      return <br />;
    default: {
      const Tag = node.t;
      return (
        <Tag>
          <Inlines nodes={node.c} citation={citation} />
        </Tag>
      );
    }
  }
}
