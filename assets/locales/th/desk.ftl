desk-round = รอบที่ { $round } จาก { $of } ·
desk-planning = ช่วงวางแผน
desk-left = เหลือ (สองฝ่าย)
desk-last-minute = นาทีสุดท้าย
desk-stands = หยุดเวลา
desk-pause = หยุดเวลา
desk-resume = เดินเวลาต่อ

desk-officers = เจ้าหน้าที่
desk-given = มอบงานแล้ว { $given } จาก { $of }
desk-give = มอบหมายงาน
desk-give-to = มอบหมายงานให้{ $name }
desk-change = { $name }: { $task } เปลี่ยนงานหรือเรียกกลับ
desk-busy = { $name }ติดงานต่อเนื่องจนจบรอบที่ { $round }
desk-engaged = แผนที่ท่านลงนามแล้วใช้{ $name }ในรอบนี้ หากต้องการให้ทำงานอื่น ให้แก้ไขแผน
desk-busy-until = ติดงานจนจบรอบที่ { $round }
desk-budget = ชั่วโมงงานรอบนี้
desk-budget-used = ใช้ไป { $used } จาก { $of } ชม.

desk-tab-map = แผนที่
desk-tab-chart = ผังความเชื่อมโยง
desk-tab-board = กระดานร่วม
desk-tab-plan = แผน
desk-tab-theory = ข้อสันนิษฐาน
desk-folder = แฟ้มข้อมูล

desk-map-name = แผนที่ ใช้ลูกศรเลื่อน ใช้เครื่องหมายบวกและลบย่อขยาย กด Tab ไปยังสถานที่
desk-nearer = ขยาย
desk-further = ย่อ
desk-whole = ดูแผนที่ทั้งหมด
desk-legend = สัญลักษณ์
desk-legend-officers = เจ้าหน้าที่ฝ่ายเรา
desk-legend-learned = รู้จากข้อมูลในแฟ้ม
desk-km = กม.
desk-place-town = เมือง
desk-place-crossing = ด่านพรมแดน
desk-place-landing = ท่าเรือ
desk-place-site = สถานที่
desk-place-learned = { $kind } · รู้จากข้อมูลในแฟ้ม
desk-place-no-tasks = ขณะนี้ไม่มีงานที่นี่ ข้อมูลใหม่อาจทำให้มีงานเพิ่ม
desk-place-given = { $name } จะไปในรอบนี้
desk-put-away = ปิดบัตรสถานที่

desk-price = { $rounds ->
    [1] { $hours } ชม. · { $risk }
   *[other] { $hours } ชม. · { $rounds } รอบ · { $risk }
}
desk-risk-low = เสี่ยงต่ำ
desk-risk-some = เสี่ยงบ้าง
desk-risk-high = เสี่ยงสูง
desk-chance = { $chance } %
desk-why-own = ตรงทักษะ ระดับ { $level } จาก 5
desk-why-other = ต้องใช้ทักษะ{ $skill } ไม่ใช่{ $own }
desk-tasks-for = งานสำหรับ{ $name }
desk-no-tasks = หน่วยของท่านยังไม่มีงาน ให้อ่านข้อมูลในแฟ้มและส่งต่อสิ่งที่ถืออยู่ งานใหม่มาจากสิ่งที่รู้
desk-task-taken = { $name }ทำงานนี้อยู่ในรอบนี้
desk-task-done = เสร็จแล้ว
desk-somebody = เจ้าหน้าที่อีกนาย
desk-call-back = เรียกกลับ
desk-hours-left = รอบนี้เหลือ { $left } จาก { $of } ชั่วโมง
desk-who-goes = ให้ใครไป: { $task }
desk-goes = ไปในรอบนี้
desk-free = ยังไม่มีงาน
desk-instead-of = แทนงาน: { $task }

desk-line = สายประสานงาน
desk-line-all = ทั้งหมด ({ $number })
desk-line-empty = ยังไม่มีข้อความเข้ามา
desk-when = รอบที่ { $round } · { $at } น.
desk-hour = { $at } น.
desk-item = { $code } · { $title }
desk-we-wrote = ข้อความจากเรา
desk-arrived = จาก{ $team }: { $form } ทาง{ $channel }
desk-sent = ส่งแล้ว: { $form } ทาง{ $channel }
desk-under-way = จะถึงในรอบที่ { $round }: { $form } ทาง{ $channel }
desk-form-full = ฉบับเต็ม
desk-form-tear-line = ฉบับย่อ
desk-channel-liaison-desk = โต๊ะประสานงาน
desk-channel-interpol = ช่องทาง INTERPOL
desk-channel-mutual = ความช่วยเหลือทางกฎหมายระหว่างประเทศ
desk-inject = { $via } · { $from }
desk-via-telephone = โทรศัพท์
desk-via-radio = วิทยุ
desk-via-message = หนังสือ
desk-via-in-person = มาพบด้วยตนเอง
desk-colleague = เพื่อนร่วมงานแนะนำ
desk-to = ถึง{ $team }
desk-write-to = เขียนถึง{ $team }
desk-write-hint = เขียนข้อความ
desk-send = ส่งข้อความ
desk-room = { $used } จาก { $of }

desk-plans = { $team }กำลังวางแผน
desk-is-ready = { $team }พร้อมแล้ว
desk-ready = พร้อมแล้ว
desk-ask-undecided = พร้อมทั้งที่ยังไม่ได้ตัดสินใจ?
desk-undecided = มีข้อความรอการตัดสินใจของท่าน หากไม่มีใครตัดสินใจทันเวลา จะใช้ทางที่เกิดขึ้นโดยไม่มีท่าน
desk-decide-first = ตัดสินใจก่อน
desk-ask-ready = พร้อมทั้งที่ยังมีคนว่าง?
desk-idle = { $number ->
   *[other] เจ้าหน้าที่ { $number } นายยังไม่มีงาน:
}
desk-idle-detail = ชั่วโมงงานที่ไม่ได้ใช้ในรอบนี้จะเสียไป แต่จะยืนยันว่าพร้อมก็ได้
desk-ready-anyway = ยืนยันว่าพร้อม
desk-waits = { $team }รอใช้จอ

# A decision that an inject asks for.
decision-title = ต้องตัดสินใจ: { $from }
decision-do = ตัดสินใจ…
decision-until = ตัดสินใจได้จนจบการวางแผนรอบที่ { $round } หลังจากนั้นจะเป็นไปตามที่เกิดเองโดยไม่มีคำสั่งของท่าน
decision-now = ตัดสินใจได้จนจบการวางแผนรอบนี้ หลังจากนั้นจะเป็นไปตามที่เกิดเองโดยไม่มีคำสั่งของท่าน
decision-alone = แต่ละหน่วยตัดสินใจเอง อีกหน่วยจะไม่ได้รับแจ้งว่าท่านตัดสินใจอย่างไร
decision-later = ยังไม่ตัดสินใจ
decision-hold = กดค้างเพื่อตัดสินใจ
decision-pick-first = เลือกก่อนว่าจะตัดสินใจอย่างไร
decision-done = ตัดสินใจแล้ว และบันทึกไว้แล้ว
decision-decided = ตัดสินใจแล้ว: { $option } · { $text }
decision-by-default = ไม่มีใครตัดสินใจทันเวลา: { $option } · { $text }
decision-debrief = การตัดสินใจ
decision-debrief-asked = รอบที่ { $round } { $from }: { $text }
decision-debrief-made = { $team }ตัดสินใจ: { $option }
decision-debrief-default = { $team }ไม่ได้ตัดสินใจทันเวลา จึงเป็นไปดังนี้: { $option }
desk-half-soon = อีกครึ่งนาทีจอจะเป็นของ{ $team } คำถามที่กำลังเขียนจะถูกเก็บไว้
desk-set-piece-skill = ระดับ { $level } มีเวลาเพิ่ม ถามเพื่อนได้ { $level } ครั้ง
desk-set-piece-no-skill = ไม่มี{ $skill } ไม่มีเวลาเพิ่มและไม่มีผู้ช่วย

desk-at-this-desk = ที่โต๊ะนี้
desk-lead = หัวหน้าทีม
desk-officer-mate = เพื่อนร่วมทีม
desk-in-set-piece = งานเฉพาะ
desk-more-colleagues = และอีก { $number } คน
